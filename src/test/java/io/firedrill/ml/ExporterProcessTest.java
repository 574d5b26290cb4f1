package io.firedrill.ml;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.rig.process.TestPairs;
import io.firedrill.internal.scenario.ScenarioFile;
import io.firedrill.internal.suite.PreparedFile;
import io.firedrill.internal.suite.RunSettings;
import io.firedrill.internal.suite.ScenarioRunner;
import io.firedrill.internal.verdict.Failure;
import io.firedrill.internal.verdict.ScenarioResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An exporter that a scenario starts: the Python script, without its data sources. */
class ExporterProcessTest {

  private static final Path RULES = Path.of("rules").toAbsolutePath();
  private static final Path SCRIPT =
      Path.of("src/test/resources/io/firedrill/ml/ingestion.py").toAbsolutePath();

  @TempDir private Path directory;

  @Test
  void isStartedScrapedAndEnded() throws Exception {
    PythonClient.require();

    ScenarioResult result = run("15m30s");

    assertThat(result.failures()).isEmpty();
    assertThat(running()).isEmpty();
  }

  @Test
  void keepsItsOutputIfTheTestFails() throws Exception {
    PythonClient.require();

    ScenarioResult result = run("14m");

    assertThat(result.failures()).extracting(Failure::text).hasSize(1);
    try (var logs = Files.walk(directory.resolve("logs"))) {
      Path log =
          logs.filter(f -> f.endsWith("exporter-data-ingestion-8000.log")).findAny().orElseThrow();
      assertThat(log).content().contains("quotes [Errno 2] No such file or directory");
    }
    assertThat(running()).isEmpty();
  }

  /** Fails from the start on: for: 15m, group_wait: 30s. */
  private ScenarioResult run(String told) throws IOException {
    Path file =
        Files.writeString(
            directory.resolve("drill.yml"),
            """
            prometheus_config: %1$s/prometheus.yml
            rule_files: [%1$s/alertmanager_rules.yaml]
            alertmanager_config: %1$s/alertmanager.yml
            strict: false
            tests:
            - start_timestamp: 2026-03-03T15:00:00Z
              targets:
              - {address: data-ingestion:8000, command: [%2$s, %3$s, missing]}
              - {address: sentiment-api:8000} # so that not all are down
              run_for: 20m
              notification_test:
              - receiver: data-oncall
                exp_notifications: [{at: %4$s, group_labels: {alertname: DataIngestionFailed}}]
            """
                .formatted(RULES, PythonClient.PYTHON, SCRIPT, told));
    PreparedFile prepared = PreparedFile.of(ScenarioFile.read(file));
    return new ScenarioRunner(TestPairs.newest(), RunSettings.withLogsIn(directory.resolve("logs")))
        .run(prepared, prepared.file().scenarios().get(0));
  }

  private static List<String> running() {
    return ProcessHandle.current()
        .descendants()
        .flatMap(process -> process.info().commandLine().stream())
        .filter(command -> command.contains("ingestion.py") && command.contains("missing"))
        .toList();
  }
}
