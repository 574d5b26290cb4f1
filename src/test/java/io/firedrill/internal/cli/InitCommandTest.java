package io.firedrill.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.cli.Cli.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InitCommandTest {

  private static final Path PAGE = Path.of("docs/init.md");

  private static final Pattern BLOCK = Pattern.compile("(?s)```yaml\n(.*?)```");

  @TempDir private Path directory;

  private Run init(Cli cli, String... more) {
    String[] arguments =
        Stream.concat(Stream.of("DIR/rules", "--out", "DIR/tests"), Stream.of(more))
            .toArray(String[]::new);
    return cli.command("init", arguments);
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.walk(directory.resolve("tests"))) {
      return files
          .filter(Files::isRegularFile)
          .map(f -> directory.resolve("tests").relativize(f).toString())
          .sorted()
          .toList();
    }
  }

  @Test
  void writesWhatThePageShows() throws IOException {
    Matcher blocks = BLOCK.matcher(Files.readString(PAGE));
    assertThat(blocks.find()).isTrue();
    Cli cli = Cli.in(directory).write("rules/queue.yml", blocks.group(1));

    Run run = init(cli);

    assertThat(run)
        .isEqualTo(
            new Run(
                0,
                """
                SERVERS
                1 rule: 1 fired, 1 with a near miss, 0 not found, 0 tested already; 1 file written
                """,
                ""));
    String written = Files.readString(directory.resolve("tests/queue/QueueFull.yml"));
    if ("write".equals(System.getProperty("docs"))) {
      String page = Files.readString(PAGE);
      int start = page.indexOf("become\n\n```yaml\n") + "become\n\n```yaml\n".length();
      Files.writeString(
          PAGE, page.substring(0, start) + written + page.substring(page.indexOf("```", start)));
    }
    assertThat(blocks.find()).isTrue();
    assertThat(written).isEqualTo(blocks.group(1));
  }

  @Test
  void whatItWritesPassesWithRoutes() throws IOException {
    Cli cli =
        Cli.in(directory)
            .write("routes.yml", Cli.ROUTES)
            .write(
                "rules/all.yml",
                """
                groups:
                - name: all
                  rules:
                  - {alert: QueueFull, expr: queue_length > 100, for: 5m, labels: {team: data}}
                  - {alert: QueueFuller, expr: queue_length > 500, for: 2m}
                  - {alert: NoQueue, expr: 'absent(queue_length{queue="orders"})', for: 5m}
                  - record: job:errors:ratio
                    expr: sum by (job) (rate(errors_total[5m])) / sum by (job) (rate(requests_total[5m]))
                  - {alert: Errors, expr: 'job:errors:ratio{job="web"} > 0.1', for: 5m}
                """);

    Run run = init(cli, "--alertmanager-config", directory.resolve("routes.yml").toString());
    Run test = cli.test("DIR/tests", "--coverage");

    assertThat(run.status()).as(run.toString()).isZero();
    assertThat(files())
        .containsExactly(
            "all/Errors.yml",
            "all/NoQueue.yml",
            "all/QueueFull.yml",
            "all/QueueFuller.yml",
            "healthy.series");
    assertThat(test.status()).as(test.toString()).isZero();
    assertThat(test.err()).isEmpty();
    assertThat(test.out()).containsPattern("alerting rules +4 +\\d+ +100.0 %");
    assertThat(Files.readString(directory.resolve("tests/all/QueueFull.yml")))
        .contains("- receiver: data-oncall", "at: 10m30s");
  }

  @Test
  void addsWhatIsMissingAndChangesNothingElse() throws IOException {
    String rule = "  - {alert: %s, expr: %s > 1, labels: {severity: %s}}\n";
    String head = "groups:\n- name: g\n  rules:\n";
    Cli cli = Cli.in(directory).write("rules/a.yml", head + rule.formatted("A", "a", "low"));
    assertThat(init(cli).status()).isZero();
    Path first = directory.resolve("tests/a/A.yml");
    String edited = Files.readString(first) + "# edited\n";
    Files.writeString(first, edited);
    cli.write(
        "rules/a.yml",
        head
            + rule.formatted("A", "a", "low")
            + rule.formatted("B", "b", "low")
            + rule.formatted("A", "c", "high"));

    Run run = init(cli);

    assertThat(run.out())
        .contains("3 rules: 2 fired, 2 with a near miss, 0 not found, 1 tested already");
    assertThat(files()).containsExactly("a/A-2.yml", "a/A.yml", "a/B.yml");
    assertThat(first).hasContent(edited);
    assertThat(init(cli).out()).contains("0 files written");
  }

  @Test
  void reportsRulesThatCannotFire() throws IOException {
    Cli cli =
        Cli.in(directory)
            .write(
                "rules/a.yml",
                "groups:\n- name: g\n  rules:\n  - {alert: A, expr: count(x) == 0}\n");

    Run run = init(cli, "--json", directory.resolve("result.json").toString());

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out())
        .contains(
            "DIR/rules/a.yml:4:5: no input was found for which A fires",
            "count() never returns a number for which the comparison holds");
    assertThat(Files.readString(directory.resolve("tests/a/A.yml")))
        .contains("# No input was found for which A fires.");
    assertThat(Files.readString(directory.resolve("result.json")))
        .contains("\"state\" : \"not_found\"");
    assertThat(init(cli).out()).contains("1 tested already; 0 files written");
    Run test = cli.test("DIR/tests");
    assertThat(test.err()).doesNotContain("error");
  }

  @Test
  void writesNothingIfAServerRefusesTheRules() {
    Cli cli =
        Cli.in(directory)
            .write(
                "rules/a.yml",
                "groups:\n- name: g\n  rules:\n  - {alert: A, expr: x > 1}\n  - {alert: B, expr: 'y >'}\n");

    Run run = init(cli);

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("rules/a.yml:5:");
    assertThat(directory.resolve("tests")).doesNotExist();
  }

  @Test
  void namesFilesAfterAnything() throws IOException {
    Cli cli =
        Cli.in(directory)
            .write(
                "rules/a.yml",
                """
                groups:
                - name: g
                  rules:
                  - {alert: "../../up: 'x' # \\"y\\"", expr: 'a{b="c: d"} > 1'}
                  - {alert: "\\U0001F525 hot", expr: 'x{y="z''\\\\"} > 1', annotations: {summary: "a\\nb: {{ $value }} %"}}
                  - {alert: "true", expr: '{"a b", "c d"="e"} > 1'}
                """);

    assertThat(init(cli).status()).isZero();
    assertThat(files()).allMatch(f -> f.startsWith("a/"));
    Run test = cli.test("DIR/tests");
    assertThat(test.status()).as(test.toString()).isZero();
  }
}
