package io.firedrill.internal.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.model.SampleValue;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeriesFilesTest {

  @TempDir Path directory;

  private ScenarioFiles files;

  @BeforeEach
  void files() {
    files = new ScenarioFiles(directory);
  }

  @Test
  void addsSeriesToEveryTestWhichMayReplaceThem() {
    files.write("shared/healthy.yml", "[{series: up, steady: 1}, {series: queue, values: 5 6 7}]");

    ScenarioFile file =
        files.read(
            """
            series_files: [shared/healthy.yml]
            tests:
            - run_for: 2m
            - run_for: 1m
              input_series: [{series: up, values: 1 0}, {series: jobs, values: 3 3}]
            """);

    assertThat(series(file, 0)).containsExactly("up 111", "queue 567");
    assertThat(series(file, 1)).containsExactly("up 10", "queue 567", "jobs 33");
    assertThat(file.warnings()).isEmpty();
    assertThat(file.usesFiredrillKeys()).isTrue();
  }

  private static List<String> series(ScenarioFile file, int test) {
    return file.scenarios().get(test).inputSeries().stream()
        .map(
            s ->
                s.labels()
                    + " "
                    + s.values().stream()
                        .map(v -> digit(v.orElseThrow()))
                        .reduce("", String::concat))
        .toList();
  }

  private static String digit(SampleValue value) {
    return String.valueOf((int) ((SampleValue.Number) value).value());
  }

  @Test
  void reportsErrorsOnceInTheOrderOfTheFiles() {
    files.write("healthy.yml", "- {series: up, steadi: 1}\n- {series: 'up{', steady: 1}\n");
    files.write("none.yml", "# nothing\n");
    files.write("mapping.yml", "series: up\n");

    files.assertError(
        """
        series_files: [healthy.yml, helthy.yml, none.yml, mapping.yml]
        tests:
        - run_for: 2m
        - run_for: 1m
        """,
        """
        drill.yaml:1:29: error: there is no file "helthy.yml"
            1 | series_files: [healthy.yml, helthy.yml, none.yml, mapping.yml]
              |                             ^^^^^^^^^^
          hint: did you mean "healthy.yml"?

        healthy.yml:1:16: error: unknown key "steadi" in an item of input_series
            1 | - {series: up, steadi: 1}
              |                ^^^^^^
          hint: did you mean "steady"?

        healthy.yml:2:16: error: expected a label name or "}", found the end
            2 | - {series: 'up{', steady: 1}
              |                ^

        mapping.yml:1:1: error: expected a list of input series, found a mapping
            1 | series: up
              | ^

        none.yml:1:1: error: expected a list of input series, found nothing
            1 | # nothing
              | ^
        """);
  }
}
