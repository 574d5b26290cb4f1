package io.firedrill.internal.verdict;

import static io.firedrill.internal.verdict.Given.entry;
import static io.firedrill.internal.verdict.Given.expected;
import static io.firedrill.internal.verdict.Given.notified;
import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.scenario.AlertExpectation;
import io.firedrill.internal.scenario.AlertStateExpectation;
import io.firedrill.internal.scenario.Expectations;
import io.firedrill.internal.scenario.Meant;
import io.firedrill.internal.scenario.NotificationExpectation;
import io.firedrill.internal.scenario.NotificationOrder;
import io.firedrill.internal.scenario.Scenario;
import io.firedrill.internal.scenario.ScenarioInput;
import io.firedrill.internal.scenario.ScenarioTimes;
import io.firedrill.model.AlertState;
import io.firedrill.model.Labels;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StrictCheckTest {

  private static final Labels LAKE = Labels.of("alertname", "Ingestion", "pipeline", "lake");

  private final Given given = Given.run().alert(LAKE, "5m", "10m", "18m");

  @Test
  void anAlertRuleTestMentionsAllAlertsOfItsName() {
    AlertExpectation test =
        new AlertExpectation(Duration.ZERO, "Ingestion", List.of(), Given.at(10, 3));

    assertThat(
            StrictCheck.check(
                scenario(List.of(test), List.of(), List.of()),
                StrictCheck.SentLabels.ITS_OWN,
                given.observed()))
        .isEmpty();
  }

  @Test
  void anAlertStateTestMentionsTheAlertsThatItChooses() {
    assertThat(
            StrictCheck.check(stateTest("lake"), StrictCheck.SentLabels.ITS_OWN, given.observed()))
        .isEmpty();
    assertThat(
            StrictCheck.check(
                stateTest("warehouse"), StrictCheck.SentLabels.ITS_OWN, given.observed()))
        .hasSize(1);
  }

  @Test
  void aClaimedNotificationMentionsItsAlertsWithExternalLabelsOrWithout() {
    given.notified(
        given.webhook("10m30s", "firing", notified("firing", "pipeline", "lake", "cluster", "eu")));
    NotificationExpectation entry =
        entry("data-oncall", NotificationOrder.ANY, expected(31, "1m", "resolved"));

    assertThat(
            StrictCheck.check(
                scenario(List.of(), List.of(), List.of(entry)),
                StrictCheck.SentLabels.ITS_OWN,
                given.observed()))
        .as("claimed, even if it is not as expected")
        .isEmpty();
  }

  @Test
  void anAlertWhoseLabelsAreDroppedOnTheWayIsMentionedByTheOthers() {
    NotificationExpectation entry =
        entry("data-oncall", NotificationOrder.ANY, expected(31, "10m30s", "firing"));
    Scenario scenario = scenario(List.of(), List.of(), List.of(entry));
    Given without = Given.run().alert(LAKE, "5m", "10m", "18m");
    without.notified(without.webhook("10m30s", "firing", notified("firing", "cluster", "eu")));
    Given another = Given.run().alert(LAKE, "5m", "10m", "18m");
    another.notified(another.webhook("10m30s", "firing", notified("firing", "pipeline", "sea")));

    assertThat(StrictCheck.check(scenario, StrictCheck.SentLabels.RELABELLED, without.observed()))
        .isEmpty();
    assertThat(StrictCheck.check(scenario, StrictCheck.SentLabels.ITS_OWN, without.observed()))
        .hasSize(1);
    assertThat(StrictCheck.check(scenario, StrictCheck.SentLabels.RELABELLED, another.observed()))
        .hasSize(1);
  }

  /** The failure of the expectation is about it. */
  @Test
  void aMissingNotificationMentionsTheAlertsThatItNames() {
    NotificationExpectation named =
        entry("data-oncall", NotificationOrder.ANY, expected(31, "10m30s", "firing"));
    NotificationExpectation other =
        entry(
            "data-oncall",
            NotificationOrder.ANY,
            expected(31, "10m30s", "firing", Map.of(), Given.expectedAlert("pipeline", "sea")));

    assertThat(
            StrictCheck.check(
                scenario(List.of(), List.of(), List.of(named)),
                StrictCheck.SentLabels.ITS_OWN,
                given.observed()))
        .isEmpty();
    assertThat(
            StrictCheck.check(
                scenario(List.of(), List.of(), List.of(other)),
                StrictCheck.SentLabels.ITS_OWN,
                given.observed()))
        .hasSize(1);
  }

  @Test
  void anAlertThatNeverFiresNeedNotBeMentioned() {
    Given pending = Given.run().alert(LAKE, "5m", "10m", "10m");

    assertThat(StrictCheck.check(none(), StrictCheck.SentLabels.ITS_OWN, pending.observed()))
        .isEmpty();
  }

  static Scenario none() {
    return scenario(List.of(), List.of(), List.of());
  }

  private static Scenario stateTest(String pipeline) {
    AlertStateExpectation test =
        StateDiffersTest.expect("Ingestion", pipeline, "1m", "1m", AlertState.INACTIVE);
    return scenario(List.of(), List.of(test), List.of());
  }

  static Scenario scenario(
      List<AlertExpectation> alertTests,
      List<AlertStateExpectation> stateTests,
      List<NotificationExpectation> notificationTests) {
    return new Scenario(
        "a drill",
        Given.at(5, 3),
        new ScenarioTimes(Instant.EPOCH, Duration.ofMinutes(1), Optional.empty()),
        new ScenarioInput(List.of(), List.of(), List.of(), Meant.NOTHING),
        new Expectations(
            alertTests, List.of(), stateTests, notificationTests, List.of(), Optional.empty()),
        Labels.empty(),
        "");
  }
}
