package io.firedrill.internal.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.firedrill.internal.rig.process.TestPairs;
import io.firedrill.internal.source.Problem;
import io.firedrill.internal.verdict.Failure;
import io.firedrill.internal.verdict.ScenarioResult;
import io.firedrill.internal.verdict.TimelineText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * New groups of alerts older and younger than group_wait, here 1m: from Alertmanager 0.30 on, the
 * first alert of a group decides when it is flushed ({@code dispatch/dispatch.go}).
 */
class NewGroupTest {

  private static final String LOAD = "{at: 20m, load: {alertmanager_config: routes.yml}}";
  private static final String RESTART = "{at: 20m, restart: alertmanager}";

  @TempDir Path directory;

  @BeforeEach
  void writeFiles() throws IOException {
    write(
        "rules.yml",
        """
        groups:
        - name: disks
          rules:
          - {alert: DiskFull, expr: disk_used_ratio > 0.9}
        """);
    write(
        "routes.yml",
        """
        route: {receiver: storage, group_by: [alertname], group_wait: 1m, group_interval: 5m}
        receivers:
        - name: storage
          webhook_configs: [{url: 'http://example.com/storage'}]
        """);
  }

  /** One alert is 20m old and the other one starts at 20m, when routes are loaded. */
  @ParameterizedTest
  @ValueSource(strings = {"at: 20m", "at: 21m"})
  void anExpectationOfOneInstantFailsWhicheverItIs(String time) throws IOException {
    Path test = test("'0.95x40'", "'0.5x19 0.95x20'", LOAD, "from: 10m", time);

    Set<String> texts = new HashSet<>();
    for (int i = 0; i < 5; i++) {
      ScenarioResult result = run("3.5.3", test);
      texts.add(String.join("\n", result.failures().stream().map(Failure::text).toList()));
    }

    boolean atOnce = time.equals("at: 20m");
    assertThat(texts).hasSize(1);
    assertThat(texts.iterator().next())
        .startsWith(
            test
                + ":11:3: holds in only one of two cases: Alertmanager first flushes group"
                + " {alertname=\"DiskFull\"} of storage at 20m or at 21m\n"
                + "  at %s: holds\n".formatted(atOnce ? "20m" : "21m")
                + "  at %s: storage, ".formatted(atOnce ? "21m" : "20m"));
  }

  @ParameterizedTest
  @CsvSource({"3.5.3, 1", "2.53.3, 0"})
  void anExpectationOfBothInstantsHoldsAndIsWarnedOf(String version, int warnings)
      throws IOException {
    Path test = test("'0.95x40'", "'0.5x19 0.95x20'", LOAD, "from: 10m", "from: 20m, to: 21m");

    ScenarioResult result = run(version, test);

    assertThat(result.failures()).isEmpty();
    assertThat(result.warnings()).hasSize(warnings);
    assertThat(result.warnings())
        .extracting(Problem::render)
        .allMatch(
            w ->
                w.startsWith(
                    test
                        + ":9:13: warning: Alertmanager first flushes group"
                        + " {alertname=\"DiskFull\"} of storage at 20m or at 21m: it gets alerts older and younger than group_wait at the same time, and the first one decides\n"));
  }

  /** Firing alerts are sent at 20m, 22m and so on; the second one starts at 22m. */
  @Test
  void aRestartHasOneTimelineAndAWarning() throws IOException {
    Path test = test("'0.95x40'", "'0.5x21 0.95x20'", RESTART, "from: 10m", "from: 22m, to: 23m");

    assertThat(timelines(test)).hasSize(1);
    ScenarioResult result = run("3.5.3", test);
    assertThat(result.failures()).isEmpty();
    assertThat(result.warnings())
        .extracting(p -> p.position().line(), p -> p.message().replaceAll(":.*", ""))
        .containsExactly(
            tuple(
                9,
                "Alertmanager first flushes group {alertname=\"DiskFull\"} of storage at 22m or at"
                    + " 23m"));
  }

  @Test
  void alertsOfTheSameAgeCauseNoWarning() throws IOException {
    Path test = test("'0.95x40'", "'0.95x40'", RESTART, "to: 10m", "at: 1m");

    ScenarioResult result = run("3.5.3", test);

    assertThat(result.failures()).isEmpty();
    assertThat(result.warnings()).isEmpty();
  }

  /** Prometheus sends a resolved alert for 15 minutes, here together with the next one. */
  @Test
  void aResolvedAlertThatIsSentWithTheNextOneHasOneTimelineAndAWarning() throws IOException {
    Path test =
        test("'0.5 0.95x6 0.5x30'", "'0.5x15 0.95x20'", "", "from: 14m", "from: 16m, to: 17m");

    assertThat(timelines(test)).hasSize(1);
    assertThat(run("3.5.3", test).warnings())
        .extracting(p -> p.position().line())
        .containsExactly(4);
  }

  /**
   * If two receivers fail at the same time, it is undefined which retry gets which random pause.
   */
  @ParameterizedTest
  @ValueSource(strings = {"2.53.3", "3.5.3"})
  void retriesAreTheSameEveryTime(String version) throws IOException {
    String fault = "{at: 30s, fail_receiver: {receiver: storage, status: 503}}";
    Path test = test("'0.95x40'", "'0.95x40'", fault, "from: 0s", "");

    assertThat(IntStream.range(0, 3).mapToObj(i -> lines(run(version, test))).distinct().toList())
        .hasSize(1);
  }

  private Set<List<String>> timelines(Path test) {
    Set<List<String>> timelines = new HashSet<>();
    for (int i = 0; i < 5; i++) {
      timelines.add(lines(run("3.5.3", test)));
    }
    return timelines;
  }

  private static List<String> lines(ScenarioResult result) {
    return TimelineText.lines(result.timeline());
  }

  private ScenarioResult run(String version, Path test) {
    return TestRuns.run(TestPairs.rigs(version), test, directory);
  }

  /** A test of two disks. */
  private Path test(String first, String second, String action, String window, String time)
      throws IOException {
    return write(
        "disks-test.yml",
        """
        rule_files: [rules.yml]
        alertmanager_config: routes.yml
        strict: false
        tests: [{name: disks, start_timestamp: 2026-03-02T08:00:00Z, run_for: 24m,
          input_series: [
          {series: 'disk_used_ratio{disk="a"}', values: %s},
          {series: 'disk_used_ratio{disk="b"}', values: %s}],
          actions: [
          %s],
          notification_test: [
          {receiver: storage, %s, exp_notifications: [{%s}]}]}]
        """
            .formatted(first, second, action, window, time));
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(directory.resolve(name), text);
  }
}
