package io.firedrill.internal.verdict;

import static io.firedrill.internal.verdict.Given.entry;
import static io.firedrill.internal.verdict.Given.expected;
import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.scenario.AlertExpectation;
import io.firedrill.internal.scenario.FileOptions;
import io.firedrill.internal.scenario.NotificationOrder;
import io.firedrill.internal.scenario.Replicas;
import io.firedrill.internal.scenario.Scenario;
import io.firedrill.internal.scenario.ScenarioFile;
import io.firedrill.internal.scenario.ServerFiles;
import io.firedrill.internal.settings.ServerFlags;
import io.firedrill.internal.source.Trust;
import io.firedrill.model.AlertState;
import io.firedrill.model.Labels;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VerdictTest {

  private static final Labels LAKE = Labels.of("alertname", "Ingestion", "pipeline", "lake");

  private final Given given =
      Given.run()
          .alert(LAKE, "5m", "10m", "18m")
          .alert(LAKE.with("alertname", "Disk"), "5m", "10m", "18m");
  private final Scenario scenario =
      StrictCheckTest.scenario(
          List.of(
              new AlertExpectation(Given.duration("15m"), "Latency", List.of(), Given.at(40, 3))),
          List.of(StateDiffersTest.expect("Ingestion", "x", "1m", "1m", AlertState.FIRING)),
          List.of(entry("data-oncall", NotificationOrder.ANY, expected(31, "1m", "firing"))));

  @Test
  void failuresComeInTheOrderOfTheFileAndStrictnessLast() {
    given.alertsAt(
        "15m", given.active(AlertState.FIRING, LAKE.with("alertname", "Latency"), Map.of()));

    assertThat(failures(file(List.of("strict"))))
        .extracting(Failure::kind)
        .containsExactly(
            FailureKind.STATE_DIFFERS,
            FailureKind.NOTIFICATIONS_DIFFER,
            FailureKind.ALERTS_DIFFER,
            FailureKind.ALERT_UNMENTIONED);
    assertThat(failures(file(List.of()))).hasSize(3);
    assertThat(FailureKind.ALERT_UNMENTIONED).hasToString("alert_unmentioned");
  }

  @Test
  void aResultPassesWithoutFailuresAndWithoutAnError() {
    ScenarioFile file = file(List.of());
    RunError error = new RunError(scenario.position(), "Prometheus ended", "its log", "");
    Failure failure =
        new Failure(FailureKind.SAMPLES_DIFFER, scenario.position(), "a sample differs", "");

    assertThat(result(file, List.of(), Optional.empty()).passed()).isTrue();
    assertThat(result(file, List.of(failure), Optional.empty()).passed()).isFalse();
    assertThat(result(file, List.of(), Optional.of(error)).passed()).isFalse();
  }

  private List<Failure> failures(ScenarioFile file) {
    return Verdict.failures(file, scenario, given.observed());
  }

  private ScenarioResult result(
      ScenarioFile file, List<Failure> failures, Optional<RunError> error) {
    return new ScenarioResult(file, scenario, given.observed().timeline(), failures, error);
  }

  private ScenarioFile file(List<String> options) {
    return new ScenarioFile(
        Path.of("drill.yaml"),
        new ServerFiles(
            List.of(), Optional.empty(), Optional.empty(), Replicas.NONE, ServerFlags.NONE),
        new FileOptions(
            Duration.ofMinutes(1),
            List.of(),
            options.contains("fuzzy"),
            options.contains("strict"),
            true),
        List.of(scenario),
        List.of(),
        List.of(),
        Trust.FULL);
  }
}
