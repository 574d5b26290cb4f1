package io.firedrill.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firedrill.scenario.ScenarioFile;
import io.firedrill.source.InputException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunLimitsTest {

  @TempDir private Path directory;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          start_timestamp: -1                   | a run has to lie within the years 1970 to 2261, and this one would last from 1969-12-31T23:59:59Z to 1969-12-31T23:59:59Z
          start_timestamp: 2300-01-01T00:00:00Z | a run has to lie within the years 1970 to 2261, and this one would last from 2300-01-01T00:00:00Z to 2300-01-01T00:00:00Z
          run_for: 2y                           | the run has 1051200 evaluations, and the most that are possible are 1000000
          """)
  void areProblemsOfTheTest(String key, String message) throws Exception {
    assertThatThrownBy(() -> prepare(key))
        .isInstanceOf(InputException.class)
        .hasMessage(directory.resolve("test.yml") + ":3:3: error: " + message);
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
                + ":4:3: error: two Alertmanagers cannot start before 1970-01-02T00:00:00Z, and this"
                + " starts at 1970-01-01T00:00:00Z");
  }

  @Test
  void leaveRoomForAYear() throws Exception {
    assertThat(prepare("run_for: 1y").file().scenarios()).hasSize(1);
  }

  private PreparedFile prepare(String key) throws Exception {
    Files.writeString(
        directory.resolve("rules.yml"), "groups: [{name: a, rules: [{alert: A, expr: up}]}]");
    Path file = directory.resolve("test.yml");
    Files.writeString(file, "rule_files: [rules.yml]\ntests:\n- " + key + "\n");
    return PreparedFile.of(ScenarioFile.read(file));
  }
}
