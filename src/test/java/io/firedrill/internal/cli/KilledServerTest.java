package io.firedrill.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.cli.Cli.Run;
import io.firedrill.internal.clock.RelayConnection;
import io.firedrill.internal.clock.RelayHandler;
import io.firedrill.internal.rig.Rig;
import io.firedrill.internal.rig.RigFactory;
import io.firedrill.internal.rig.RigSpec;
import io.firedrill.internal.rig.process.TestPairs;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** If a server is killed during a run, its end is reported with its log. */
class KilledServerTest {

  @TempDir private Path directory;

  @ParameterizedTest
  @CsvSource({"prometheus, Server is ready", "alertmanager, Completed loading"})
  void showsTheEndOfItsLog(String server, String logged) throws Exception {
    Cli cli = Cli.with(directory, (request, progress) -> new Killing(TestPairs.newest(), server));
    cli.write("rules.yml", Cli.RULES).write("routes.yml", Cli.ROUTES);
    cli.write("b.yml", Cli.ROUTES_TEST);

    Run run = cli.test("DIR/b.yml", "--logs", "DIR/logs", "--json", "DIR/result.json");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).isEmpty();
    String what = server + " ended during the run: killed by signal 9\n";
    assertThat(run.out())
        .contains("ERROR DIR/b.yml:4  tells the data team\n  DIR/b.yml:4:3: " + what)
        .contains("\n    the end of its log:\n")
        .contains(logged)
        .contains("\n    the servers' logs are in DIR/logs/")
        .endsWith("the servers' logs of failed tests are in DIR/logs\n0 passed, 1 failed\n");
    assertThat(Files.readString(directory.resolve("result.json")))
        .contains("\"summary\" : \"" + what.strip() + "\"")
        .doesNotContain(logged);
  }

  @Test
  void stopsIfNoServersStart() {
    RigFactory broken = new Broken();
    Cli cli = Cli.with(directory, (request, progress) -> broken);
    cli.write("rules.yml", Cli.RULES).write("a.yml", Cli.RULES_TEST);

    assertThat(cli.test("DIR/a.yml"))
        .isEqualTo(
            new Run(
                3,
                "Broken servers\nERROR DIR/a.yml:3  fills up\n0 passed, 1 failed, 1 not run\n",
                "firedrill: the launcher did not start: no memory\n"));
  }

  /** Kills a server at the first notification. */
  private record Killing(RigFactory rigs, String server) implements RigFactory {

    @Override
    public Rig start(RigSpec spec, RelayHandler relay) {
      return rigs.start(spec, new Murder(relay, server));
    }

    @Override
    public String description() {
      return rigs.description();
    }

    @Override
    public void close() {
      // Shared with other tests.
    }
  }

  private record Murder(RelayHandler relay, String server) implements RelayHandler {

    @Override
    public void opened(RelayConnection connection) {
      ProcessHandle.current()
          .descendants()
          .filter(p -> p.info().command().filter(c -> c.endsWith(server)).isPresent())
          .forEach(ProcessHandle::destroyForcibly);
      relay.opened(connection);
    }

    @Override
    public void received(RelayConnection connection, byte[] bytes) {
      relay.received(connection, bytes);
    }

    @Override
    public void closed(RelayConnection connection) {
      relay.closed(connection);
    }
  }

  private record Broken() implements RigFactory {
    @Override
    public Rig start(RigSpec spec, RelayHandler relay) {
      throw new io.firedrill.internal.rig.RigException("the launcher did not start: no memory");
    }

    @Override
    public String description() {
      return "Broken servers";
    }

    @Override
    public void close() {}
  }
}
