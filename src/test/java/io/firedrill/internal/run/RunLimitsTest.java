package io.firedrill.internal.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firedrill.internal.prometheus.UnknownFields;
import io.firedrill.internal.scenario.BrokenTest;
import io.firedrill.internal.scenario.Scenario;
import io.firedrill.internal.scenario.ScenarioFile;
import io.firedrill.internal.source.InputException;
import io.firedrill.internal.suite.PreparedFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunLimitsTest {

  @TempDir private Path directory;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          start_timestamp: 1699-12-31T00:00:00Z | a run must be within the years 1700 to 2261, but this one would last from 1699-12-31T00:00:00Z to 1699-12-31T00:00:00Z
          start_timestamp: 2300-01-01T00:00:00Z | a run must be within the years 1700 to 2261, but this one would last from 2300-01-01T00:00:00Z to 2300-01-01T00:00:00Z
          start_timestamp: -60, actions: [{at: 1m, restart: prometheus}] | a test that starts before 1970 cannot have actions: Prometheus rounds times up there, and would evaluate rules late that an action loads or restarts; this one starts at 1969-12-31T23:59:00Z
          run_for: 2y                           | the run has 1051200 evaluations, but the maximum is 1000000
          """)
  void areProblemsOfTheTest(String key, String message) throws Exception {
    assertThatThrownBy(() -> prepare(key))
        .isInstanceOf(InputException.class)
        .hasMessage(directory.resolve("test.yml") + ":3:3: error: " + message);
  }

  @Test
  void excludeDependentGroupsBefore1970() throws Exception {
    String reader = "{name: reader, limit: 5, rules: [{record: b, expr: r}]}";
    Files.writeString(
        directory.resolve("order.yml"),
        "groups: [{name: a, rules: [{record: r, expr: up}]}, " + reader + "]");

    assertThatThrownBy(() -> prepare("rule_files: [order.yml]", "start_timestamp: -60"))
        .isInstanceOf(InputException.class)
        .hasMessage(
            directory.resolve("test.yml")
                + ":3:3: error: a test that starts before 1970 cannot have rule groups of different"
                + " intervals, limits, query_offsets or labels of which one may read what another"
                + " records: Prometheus rounds times up there, so these are evaluated at the same"
                + " instant, in any order; this one starts at"
                + " 1969-12-31T23:59:00Z");
  }

  @Test
  void excludeScrapesBefore1970() throws Exception {
    Files.writeString(directory.resolve("prometheus.yml"), "scrape_configs: [{job_name: a}]");

    assertThatThrownBy(
            () -> prepare("prometheus_config: prometheus.yml", "start_timestamp: -60, run_for: 1m"))
        .isInstanceOf(InputException.class)
        .hasMessage(
            directory.resolve("test.yml")
                + ":3:3: error: a test that starts before 1970 cannot scrape: Prometheus rounds"
                + " times up there, and would scrape new targets late; this one starts at"
                + " 1969-12-31T23:59:00Z");
  }

  @Test
  void areNarrowerForAClusterOfAlertmanagers() throws Exception {
    Files.writeString(
        directory.resolve("routes.yml"), "{route: {receiver: a}, receivers: [{name: a}]}");
    Path file = directory.resolve("test.yml");
    Files.writeString(
        file,
        """
        alertmanager_config: routes.yml
        alertmanager_replicas: 2
        tests:
        - name: a
          run_for: 1h
        """);

    assertThatThrownBy(() -> PreparedFile.of(ScenarioFile.read(file)))
        .isInstanceOf(InputException.class)
        .hasMessage(
            file
                + ":4:3: error: two Alertmanagers cannot start before 1970-01-02T00:00:00Z, but this starts at 1970-01-01T00:00:00Z");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "run_for: 1y",
        "start_timestamp: 2261-12-31T23:59:59.999Z",
        "start_timestamp: -60"
      })
  void leaveRoom(String key) throws Exception {
    assertThat(prepare(key).file().scenarios()).hasSize(1);
  }

  @Test
  void concernSingleTests() throws Exception {
    Files.writeString(
        directory.resolve("test.yml"),
        "tests: [{name: old, start_timestamp: -1e10}, {name: new, start_timestamp: -1e9}]");

    PreparedFile file =
        PreparedFile.ofTests(
            ScenarioFile.read(directory.resolve("test.yml")), UnknownFields.REFUSED);

    assertThat(file.file().scenarios()).extracting(Scenario::name).containsExactly("new");
    assertThat(file.file().broken()).extracting(BrokenTest::name).containsExactly("old");
  }

  private PreparedFile prepare(String key) throws Exception {
    return prepare("rule_files: [rules.yml]", key);
  }

  private PreparedFile prepare(String first, String key) throws Exception {
    Files.writeString(
        directory.resolve("rules.yml"), "groups: [{name: a, rules: [{alert: A, expr: up}]}]");
    Path file = directory.resolve("test.yml");
    Files.writeString(file, first + "\ntests:\n- {" + key + "}\n");
    return PreparedFile.of(ScenarioFile.read(file));
  }
}
