package io.firedrill.internal.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.alertmanager.AlertmanagerView;
import io.firedrill.internal.explain.Evidence;
import io.firedrill.internal.explain.RecordedAgreement;
import io.firedrill.internal.explain.RecordedAgreement.Comparison;
import io.firedrill.internal.rig.RigSpec.LogLevel;
import io.firedrill.internal.rig.process.TestPairs;
import io.firedrill.internal.run.CoverageMode;
import io.firedrill.internal.run.Run;
import io.firedrill.internal.run.RunOptions;
import io.firedrill.internal.run.RunSpec;
import io.firedrill.internal.scenario.Scenario;
import io.firedrill.internal.verdict.Observed;
import io.firedrill.internal.verdict.TimelineText;
import io.firedrill.model.Timeline;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is worked out of older Alertmanagers is what newer ones record of themselves. */
class RecordedAgreementTest {

  @TempDir private Path directory;

  @ParameterizedTest(name = "{0}")
  @MethodSource("situations")
  void areAsComputed(Situation situation) {
    PreparedFile file = situation.prepared(directory);
    int compared = 0;
    for (Scenario scenario : file.file().scenarios()) {
      Comparison comparison = RecordedAgreement.of(evidence(file, scenario));
      assertThat(comparison.differences()).as(scenario.name()).isEmpty();
      compared += comparison.compared();
    }
    assertThat(compared).isPositive();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("situations")
  void changeNoTimeline(Situation situation) {
    PreparedFile file = situation.prepared(directory);
    for (Scenario scenario : file.file().scenarios()) {
      assertThat(notifications(file, scenario, LogLevel.EVENTS))
          .isEqualTo(notifications(file, scenario, LogLevel.INFO));
    }
  }

  /** Without attempts that failed: their number is random. */
  private static List<String> notifications(PreparedFile file, Scenario scenario, LogLevel level) {
    Timeline timeline = run(file, scenario, level).observed().timeline();
    return TimelineText.lines(timeline).stream().filter(l -> !l.contains("  failed: ")).toList();
  }

  static Stream<Situation> situations() {
    return Situation.all().stream()
        .filter(s -> s.name().matches(System.getProperty("situations", ".*")));
  }

  private static Evidence evidence(PreparedFile file, Scenario scenario) {
    return run(file, scenario, LogLevel.EVENTS);
  }

  private static Evidence run(PreparedFile file, Scenario scenario, LogLevel level) {
    RunSpec spec =
        RunSpec.of(
                new RunOptions(
                    scenario.start(),
                    file.file().evaluationInterval(),
                    scenario.externalLabels(),
                    "",
                    file.file().replicas(),
                    file.file().flags(),
                    Duration.ofSeconds(30)),
                file.tested())
            .withUnits(file.units());
    try (Run run = Run.boot(TestPairs.newest(), spec, level)) {
      ScenarioRun scenarioRun = ScenarioRun.of(run, file, scenario, CoverageMode.OFF);
      run.load();
      Observed observed = scenarioRun.toTheEnd();
      NavigableMap<Instant, Optional<AlertmanagerView>> looks = new TreeMap<>();
      looks.put(run.now(), run.servers().alertmanagerView());
      return new Evidence(
          observed,
          scenario.externalLabels(),
          run.routes().routings(),
          looks,
          run.servers().record());
    }
  }
}
