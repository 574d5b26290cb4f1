package io.firedrill.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.cli.Cli.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two directories, one of which is incomplete or invalid. */
class DiffSidesTest {

  @TempDir private Path directory;

  private Cli cli;

  @BeforeEach
  void files() {
    cli = Cli.in(directory);
    for (String side : new String[] {"old", "new"}) {
      cli.write(side + "/rules.yml", Cli.RULES).write(side + "/routes.yml", Cli.ROUTES);
    }
    cli.write("new/b.yml", Cli.ROUTES_TEST);
  }

  @Test
  void eventsAreNewIfTheBaseLacksFiles() throws IOException {
    Files.delete(directory.resolve("old/routes.yml"));

    assertThat(diff())
        .isEqualTo(
            new Run(
                0,
                """
                SERVERS
                from DIR/old to DIR/new
                NEW   b.yml:4  tells the data team
                      DIR/old has no routes.yml: everything is new
                      + 0s  QueueFull{queue="a", team="data"}  pending 0s, firing 2m, to the end
                      + 2m30s  webhook data-oncall  firing  {alertname="QueueFull"}  1 alert
                2 differences in 1 test
                """,
                ""));
  }

  @Test
  void expectationsAreIgnored() throws IOException {
    cli.write("new/b.yml", Cli.ROUTES_TEST.replace("at: 2m30s", "at: 4m"));
    cli.write("new/more.yml", Cli.RULES.replace("QueueFull", "QueueFuller").replace("2m", "9m"));
    cli.write(
        "new/b.yml",
        Cli.ROUTES_TEST.replace("at: 2m30s", "at: 4m").replace("rules.yml", "rules.yml, more.yml"));

    Run run = diff("--exit-code", "--json", "DIR/out/diff.json", "--html", "DIR/out/diff.html");

    assertThat(run)
        .isEqualTo(
            new Run(
                1,
                """
                SERVERS
                from DIR/old to DIR/new
                DIFF  b.yml:4  tells the data team
                      DIR/old has no more.yml
                      + 0s  QueueFuller{queue="a", team="data"}  pending 0s, to the end
                1 difference in 1 test
                """,
                ""));
    assertThat(directory.resolve("out/diff.json")).content().contains("\"differences\" : 1");
    assertThat(directory.resolve("out/diff.html")).content().contains("QueueFuller");
  }

  @Test
  void refusedRulesAreReportedWithTheirSide() {
    cli.write("old/rules.yml", Cli.RULES.replace("queue_length > 100", "queue_length >"));

    assertThat(diff())
        .isEqualTo(
            new Run(
                2,
                """
                SERVERS
                from DIR/old to DIR/new
                ERROR b.yml:4  tells the data team
                      under DIR/old: DIR/old/rules.yml:5:25: Prometheus says: parse error: \
                unexpected end of input
                not all tests could be compared
                """,
                """
                DIR/old/rules.yml:5:25: error: Prometheus says: parse error: unexpected end of input
                    5 |     expr: queue_length >
                      |                         ^
                """));
  }

  @Test
  void unreadableRulesAreReportedBeforeAnythingRuns() {
    cli.write("old/rules.yml", "groups:\n- nme: queue\n");

    Run run = diff();

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .startsWith("DIR/old/rules.yml:2:3: error: ")
        .endsWith("\n\nfiredrill: some files are invalid, so nothing was run\n");
  }

  @Test
  void scenariosAreReadFromTheHead() {
    assertThat(cli.command("diff", "DIR/old", "DIR/new", "c.yml").err())
        .startsWith("DIR/new/c.yml:1:1: error: cannot read the file: it does not exist\n");
    assertThat(cli.command("diff", "DIR/old", "DIR/new", "b.yml", "--run", "nothing").err())
        .isEqualTo("firedrill: --run matches no test's name\n");
    assertThat(cli.command("diff", "DIR/old", "DIR/new").err())
        .isEqualTo(
            """
            firedrill: "DIR/new" has no test-scenarios: name the scenarios
              hint: of the files as they are: firedrill diff DIR/old . DIR/new
            """);
    assertThat(cli.command("diff", "DIR/old", "DIR/mew").err())
        .startsWith("firedrill: there is no ");
  }

  private Run diff(String... more) {
    String[] all = new String[more.length + 3];
    System.arraycopy(new String[] {"DIR/old", "DIR/new", "b.yml"}, 0, all, 0, 3);
    System.arraycopy(more, 0, all, 3, more.length);
    return cli.command("diff", all);
  }
}
