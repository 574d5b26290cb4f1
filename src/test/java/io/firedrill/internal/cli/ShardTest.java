package io.firedrill.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.cli.Cli.Run;
import io.firedrill.internal.result.ResultJson;
import io.firedrill.internal.scenario.ScenarioFile;
import io.firedrill.internal.suite.Durations;
import io.firedrill.internal.suite.PreparedFile;
import io.firedrill.internal.suite.Selection;
import io.firedrill.internal.suite.Shard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShardTest {

  @TempDir private Path directory;

  private Cli cli;

  @BeforeEach
  void files() {
    cli = Cli.in(directory).write("rules.yml", Cli.RULES).write("routes.yml", Cli.ROUTES);
    cli.write("a.yml", Cli.RULES_TEST).write("b.yml", Cli.ROUTES_TEST);
  }

  @Test
  void everyTestIsInExactlyOnePart() {
    List<Selection.Test> tests = tests(11);

    List<List<Selection.Test>> parts =
        IntStream.rangeClosed(1, 4)
            .mapToObj(i -> new Shard(i, 4).of(tests, Durations.of(List.of())))
            .toList();

    assertThat(parts.stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(tests);
    assertThat(parts).extracting(List::size).containsExactly(3, 3, 3, 2);
  }

  @Test
  void partsTakeEquallyLong() throws IOException {
    // 9 s, 5 s and 4 s of eleven tests; the others are unknown and count as the average, 6 s.
    Path record = record(9000, 5000, 4000);
    List<Selection.Test> tests = tests(4);

    Durations durations = Durations.of(List.of(record));
    assertThat(durations.millis(tests)).containsExactly(9000L, 5000L, 4000L, 6000L);
    assertThat(new Shard(1, 2).of(tests, durations))
        .extracting(t -> t.scenario().name())
        .containsExactly("test 0", "test 2");
    assertThat(new Shard(2, 2).of(tests, durations))
        .extracting(t -> t.scenario().name())
        .containsExactly("test 1", "test 3");
  }

  @Test
  void morePartsThanTestsIsNotAFailure() {
    assertThat(cli.test("DIR/a.yml", "--shard", "3/3", "--json", "DIR/empty.json"))
        .isEqualTo(new Run(0, "SERVERS\nshard 3/3: 0 of 2 tests\n0 passed, 0 failed\n", ""));
    assertThat(directory.resolve("empty.json")).content().contains("\"files\" : [ ]");
  }

  @Test
  void mergedPartsEqualOneRun() throws IOException {
    String[] all = {"DIR/a.yml", "DIR/b.yml"};
    cli.test(all[0], all[1], "--json", "DIR/whole.json");
    for (int i = 1; i <= 2; i++) {
      Run part = cli.test(all[0], all[1], "--shard", i + "/2", "--record", "DIR/" + i + ".json");
      assertThat(part.status()).isZero();
      assertThat(part.out()).startsWith("SERVERS\nshard " + i + "/2: " + (3 - i) + " of 3 tests\n");
    }

    Run merged = merge("1.json", "2.json", "--json", "merged.json", "--record", "all.json");

    assertThat(merged).isEqualTo(new Run(0, "SERVERS\n3 passed, 0 failed\n", ""));
    assertThat(directory.resolve("merged.json"))
        .hasSameTextualContentAs(directory.resolve("whole.json"));
    assertThat(ResultJson.read(directory.resolve("all.json")).tests())
        .allMatch(test -> test.extras().orElseThrow().wallClockMillis() > 0);
  }

  @Test
  void aFailureInAPartFailsTheMergedResult() {
    cli.write("c.yml", Cli.ROUTES_TEST.replace("2m30s", "3m"));
    cli.test("DIR/a.yml", "--record", "DIR/1.json");
    cli.test("DIR/c.yml", "--record", "DIR/2.json");

    assertThat(merge("2.json", "1.json"))
        .isEqualTo(
            new Run(
                1, "SERVERS\nFAIL  DIR/c.yml:4  tells the data team\n2 passed, 1 failed\n", ""));
  }

  @Test
  void refusesRecordsThatDoNotBelongTogether() throws IOException {
    cli.test("DIR/b.yml", "--record", "DIR/1.json");
    Files.copy(directory.resolve("1.json"), directory.resolve("2.json"));

    assertThat(merge("1.json", "2.json"))
        .isEqualTo(
            new Run(
                2,
                "",
                "firedrill: test DIR/b.yml:4 tells the data team is in both"
                    + " DIR/1.json and DIR/2.json\n"));
    Files.writeString(
        directory.resolve("2.json"),
        "{\"version\": 1, \"servers\": \"Prometheus 2\", \"passed\": true, \"files\": []}");
    assertThat(merge("1.json", "2.json").err())
        .startsWith("firedrill: cannot merge records of different servers: ")
        .endsWith("; Prometheus 2\n");
  }

  @Test
  void durationsRequireAShard() {
    assertThat(cli.test("DIR/a.yml", "--durations", "DIR/none.json"))
        .isEqualTo(new Run(2, "", "firedrill: --durations requires --shard I/N\n"));
  }

  private Run merge(String... arguments) {
    List<String> all = new ArrayList<>(List.of("merge"));
    for (String argument : arguments) {
      all.add(argument.startsWith("--") ? argument : directory.resolve(argument).toString());
    }
    return cli.run(all.toArray(String[]::new));
  }

  private List<Selection.Test> tests(int count) {
    StringBuilder file = new StringBuilder("rule_files: [rules.yml]\ntests:\n");
    IntStream.range(0, count)
        .forEach(
            i ->
                file.append("- name: test ")
                    .append(i)
                    .append("\n  alert_rule_test:\n")
                    .append("  - {eval_time: 1m, alertname: QueueFull, exp_alerts: []}\n"));
    cli.write("many.yml", file.toString());
    PreparedFile prepared = PreparedFile.of(ScenarioFile.read(directory.resolve("many.yml")));
    return new Selection(List.of()).of(List.of(prepared));
  }

  private Path record(int... millis) throws IOException {
    StringBuilder tests = new StringBuilder();
    for (int i = 0; i < millis.length; i++) {
      tests
          .append(i == 0 ? "" : ",")
          .append(
              """
          {"name": "test %d", "line": 3, "verdict": "passed", "start": "2026-03-02T08:00:00Z",
           "end": "2026-03-02T08:00:00Z", "failures": [], "error": null, "alerts": [],
           "notifications": [], "failed_attempts": [], "actions": [],
           "extras": {"wall_clock_millis": %d, "error_text": ""}}
          """
                  .formatted(i, millis[i]));
    }
    return Files.writeString(
        directory.resolve("record.json"),
        """
        {"version": 1, "servers": "", "passed": true, "files": [{"path": "%s", "tests": [%s]}]}
        """
            .formatted(directory.resolve("many.yml"), tests));
  }
}
