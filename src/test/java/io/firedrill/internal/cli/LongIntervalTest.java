package io.firedrill.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.cli.Cli.Run;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules with intervals of months or centuries are also evaluated at the start. */
class LongIntervalTest {

  @TempDir private Path directory;

  @ParameterizedTest
  @CsvSource({
    "45d, 1970-01-01T00:00:00Z",
    "2y, 2026-03-02T08:00:00Z",
    "291y, 1970-01-01T00:00:00Z",
  })
  void areEvaluatedAtTheStart(String interval, String start) {
    Run run =
        Cli.in(directory)
            .write("rules.yml", Cli.RULES.replace("for: 2m", "for: 0s"))
            .write(
                "test.yml",
                """
                rule_files: [rules.yml]
                evaluation_interval: %s
                tests:
                - name: seldom
                  start_timestamp: %s
                  interval: 1m
                  input_series: [{series: 'queue_length{queue="a"}', values: 200x5}]
                  run_for: 5m
                  alert_state_test: [{alertname: QueueFull, at: 0m, state: firing}]
                """
                    .formatted(interval, start))
            .test("DIR/test.yml");

    assertThat(run.status()).as(run.toString()).isZero();
    assertThat(run.out()).contains("PASS  DIR/test.yml:4  seldom");
  }
}
