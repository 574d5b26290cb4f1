package io.firedrill.internal.suite;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.rig.process.TestPairs;
import io.firedrill.internal.verdict.ScenarioResult;
import io.firedrill.internal.verdict.TimelineText;
import io.firedrill.model.Notification;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * The first drill, end to end, on every pair of servers; times from Alertmanager's documentation.
 */
class FailedIngestionTest {

  static final List<String> VERSIONS = List.of(TestPairs.VERSIONS);

  @TempDir Path logs;

  @ParameterizedTest
  @FieldSource("VERSIONS")
  void notifiesAtTheExpectedTimes(String version) {
    ScenarioResult result = TestRuns.run(TestPairs.rigs(version), TestRuns.FAILED_INGESTION, logs);

    assertThat(result.failures()).isEmpty();
    assertThat(result.error()).isEmpty();
    Duration first = ofMinutes(15).plusSeconds(30);
    Duration later = ofHours(4).plusMinutes(5);
    assertThat(result.timeline().notifications())
        .extracting(n -> n.status() + " " + offset(result, n))
        .containsExactly(
            "firing " + first,
            "firing " + first.plus(later),
            "firing " + first.plus(later.multipliedBy(2)),
            "firing " + first.plus(later.multipliedBy(3)),
            "firing " + first.plus(later.multipliedBy(4)),
            "resolved " + ofHours(18).plusMinutes(5).plusSeconds(30));
  }

  @Test
  void hasTheSameTimelineOnEveryPair() {
    assertThat(VERSIONS)
        .map(v -> TestRuns.run(TestPairs.rigs(v), TestRuns.FAILED_INGESTION, logs).timeline())
        .map(TimelineText::lines)
        .allSatisfy(lines -> assertThat(lines).hasSize(9))
        .containsOnly(
            TimelineText.lines(
                TestRuns.run(TestPairs.newest(), TestRuns.FAILED_INGESTION, logs).timeline()));
  }

  private static Duration offset(ScenarioResult result, Notification notification) {
    return Duration.between(result.timeline().start(), notification.time());
  }
}
