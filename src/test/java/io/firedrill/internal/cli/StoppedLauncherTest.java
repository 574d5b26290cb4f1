package io.firedrill.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.cli.Cli.Run;
import io.firedrill.internal.clock.Patience;
import io.firedrill.internal.clock.RelayConnection;
import io.firedrill.internal.clock.RelayHandler;
import io.firedrill.internal.rig.Rig;
import io.firedrill.internal.rig.RigFactory;
import io.firedrill.internal.rig.RigSpec;
import io.firedrill.internal.rig.process.ProcessRigFactory;
import io.firedrill.internal.rig.process.TestPairs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The limit applies to a launcher that is stopped by SIGSTOP. */
class StoppedLauncherTest {

  @TempDir private Path directory;

  private final Set<Long> others = launchers();

  @Test
  void isReportedWithTheUnansweredCommand() throws Exception {
    Patience most = new Patience(Duration.ofSeconds(20));
    Run run;
    Set<Long> stopped;
    Patience.Waiting waiting;
    try (RigFactory rigs = new Stopping(ProcessRigFactory.of(TestPairs.pair("3.5.3")))) {
      Cli cli = Cli.with(directory, (request, progress) -> rigs);
      cli.write("rules.yml", Cli.RULES).write("routes.yml", Cli.ROUTES);
      cli.write("b.yml", Cli.ROUTES_TEST);
      waiting = most.start();

      run = cli.test("DIR/b.yml", "--timeout", "2s", "--logs", "DIR/logs");

      stopped = own();
    }

    assertThat(waiting.isOver()).as("the run has taken too long").isFalse();
    assertThat(run.status()).as(run.toString()).isEqualTo(1);
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains("ERROR DIR/b.yml:4  tells the data team\n")
        .containsPattern("the launcher did not answer \"advance\" within .*2 s")
        .endsWith("the servers' logs of failed tests are in DIR/logs\n0 passed, 1 failed\n");
    assertThat(logs()).contains("Server is ready");
    assertThat(stopped).as("launchers that are left").isEmpty();
  }

  private String logs() throws IOException {
    try (var files = Files.walk(directory.resolve("logs"))) {
      StringBuilder logs = new StringBuilder();
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        logs.append(Files.readString(file));
      }
      return logs.toString();
    }
  }

  private Set<Long> own() {
    return launchers().stream().filter(pid -> !others.contains(pid)).collect(Collectors.toSet());
  }

  private static Set<Long> launchers() {
    return ProcessHandle.current()
        .children()
        .filter(p -> p.info().command().orElse("").contains("vclock"))
        .map(ProcessHandle::pid)
        .collect(Collectors.toSet());
  }

  /** Stops the launcher at the first notification. */
  private final class Stopping implements RigFactory {

    private final RigFactory rigs;

    Stopping(RigFactory rigs) {
      this.rigs = rigs;
    }

    @Override
    public Rig start(RigSpec spec, RelayHandler relay) {
      return rigs.start(
          spec,
          new RelayHandler() {
            @Override
            public void opened(RelayConnection connection) {
              // This JVM's child process is the guard.
              own().stream()
                  .flatMap(guard -> ProcessHandle.of(guard).stream())
                  .flatMap(ProcessHandle::children)
                  .forEach(launcher -> stop(launcher.pid()));
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
          });
    }

    private static void stop(long pid) {
      try {
        new ProcessBuilder("kill", "-STOP", String.valueOf(pid)).start().waitFor();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public String description() {
      return rigs.description();
    }

    @Override
    public void close() {
      rigs.close();
    }
  }
}
