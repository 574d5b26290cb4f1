package io.firedrill.internal.verdict;

import static io.firedrill.internal.verdict.Given.assertText;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firedrill.internal.prometheus.ActiveAlert;
import io.firedrill.internal.scenario.AlertExpectation;
import io.firedrill.internal.scenario.ExpectedAlert;
import io.firedrill.model.AlertState;
import io.firedrill.model.Labels;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AlertsDifferTest {

  private static final Labels WAREHOUSE =
      Labels.of("alertname", "Ingestion", "pipeline", "warehouse", "severity", "critical");
  private static final Labels LAKE = WAREHOUSE.with("pipeline", "lake");
  private static final Map<String, String> SUMMARY = Map.of("summary", "warehouse stands still");

  private final Given given = Given.run().alert(WAREHOUSE, "5m", "10m", "18m");

  @Test
  void alertsInAnyOrderPass() {
    given.alertsAt("15m", firing(LAKE, SUMMARY), firing(WAREHOUSE, SUMMARY));

    assertThat(
            AlertsDiffer.check(
                expect("15m", "Ingestion", wanted(WAREHOUSE, SUMMARY), wanted(LAKE, SUMMARY)),
                given.observed()))
        .isEmpty();
  }

  @Test
  void pendingAlertsAndAlertsOfOtherNamesDoNotCount() {
    given.alertsAt(
        "15m",
        given.active(AlertState.PENDING, WAREHOUSE, SUMMARY),
        firing(WAREHOUSE.with("alertname", "Latency"), SUMMARY));

    assertThat(AlertsDiffer.check(expect("15m", "Ingestion"), given.observed())).isEmpty();
  }

  @Test
  void anAlertThatNoRuleHasMayBeExpectedNotToFireAsInPromtool() {
    given.alertsAt("15m");

    assertThat(AlertsDiffer.check(expect("15m", "Ingestoin"), given.observed())).isEmpty();
  }

  @Test
  void theSameAlertTwiceIsNotTheSameAsOnce() {
    given.alertsAt("15m", firing(WAREHOUSE, SUMMARY));

    assertThat(
            AlertsDiffer.check(
                expect("15m", "Ingestion", wanted(WAREHOUSE, SUMMARY), wanted(WAREHOUSE, SUMMARY)),
                given.observed()))
        .isPresent();
  }

  @Test
  void differingLabelsAndAnnotations() {
    given.alertsAt("15m", firing(WAREHOUSE.with("team", "data"), SUMMARY));

    assertText(
        AlertsDiffer.check(
            expect(
                "15m",
                "Ingestion",
                wanted(
                    WAREHOUSE.with("severity", "page").with("env", "prod"),
                    Map.of("summary", "warehouse runs slow"))),
            given.observed()),
        """
        drill.yaml:10:3: Ingestion at 15m: the firing alert differs
          expected at drill.yaml:12:5 (-), nearest firing alert (+):
              labels.alertname     "Ingestion"
            - labels.env           "prod"
              labels.pipeline      "warehouse"
            - labels.severity      "page"
            + labels.severity      "critical"
                                    ~~~~~~~~
            + labels.team          "data"
            - annotations.summary  "warehouse runs slow"
            + annotations.summary  "warehouse stands still"
                                              ~~~~~~~~~~~~
          timeline around 15m:
              5m   Ingestion{pipeline="warehouse", severity="critical"}  inactive -> pending
              10m  Ingestion{pipeline="warehouse", severity="critical"}  pending -> firing
              18m  Ingestion{pipeline="warehouse", severity="critical"}  firing -> inactive
        """);
  }

  @Test
  void anAlertThatIsOnlyPending() {
    given.alertsAt("9m30s", given.active(AlertState.PENDING, WAREHOUSE, SUMMARY));

    assertText(
        AlertsDiffer.check(
            expect("9m30s", "Ingestion", wanted(WAREHOUSE, SUMMARY)), given.observed()),
        """
        drill.yaml:10:3: Ingestion at 9m30s: expected 1 firing alert, found none
          the last evaluation at or before it was at 9m
          expected at drill.yaml:12:5 (-), nearest alert is still pending, since 5m (+):
              labels.alertname     "Ingestion"
              labels.pipeline      "warehouse"
              labels.severity      "critical"
              annotations.summary  "warehouse stands still"
            - state                firing
            + state                pending
          timeline around 9m30s:
              5m   Ingestion{pipeline="warehouse", severity="critical"}  inactive -> pending
              10m  Ingestion{pipeline="warehouse", severity="critical"}  pending -> firing
              18m  Ingestion{pipeline="warehouse", severity="critical"}  firing -> inactive
        """);
  }

  @Test
  void aMissingAlertOfAnUnknownName() {
    Given empty = Given.runIn2026().alertsAt("15m");

    assertText(
        AlertsDiffer.check(
            expect("15m", "Ingestoin", wanted(Labels.of("alertname", "Ingestoin"), Map.of())),
            empty.observed()),
        """
        drill.yaml:10:3: Ingestoin at 15m (2026-03-02T08:15:00Z): expected 1 firing alert, found none
          expected at drill.yaml:12:5, not firing:
            - labels.alertname  "Ingestoin"
          hint: no alerting rule is named "Ingestoin"; did you mean "Ingestion"?
          timeline around 15m (2026-03-02T08:15:00Z):
            no alert, no notification in the whole run
        """);
  }

  @Test
  void anAlertThatNobodyExpected() {
    given.alertsAt("15m", firing(LAKE, Map.of()), firing(WAREHOUSE, SUMMARY));

    assertText(
        AlertsDiffer.check(
            expect("15m", "Ingestion", wanted(WAREHOUSE, SUMMARY)), given.observed()),
        """
        drill.yaml:10:3: Ingestion at 15m: expected 1 firing alert, found 2
          firing, but not expected:
            + labels.alertname  "Ingestion"
            + labels.pipeline   "lake"
            + labels.severity   "critical"
          timeline around 15m:
              5m   Ingestion{pipeline="warehouse", severity="critical"}  inactive -> pending
              10m  Ingestion{pipeline="warehouse", severity="critical"}  pending -> firing
              18m  Ingestion{pipeline="warehouse", severity="critical"}  firing -> inactive
        """);
  }

  @Test
  void aTimeThatWasNotObservedIsAMistakeOfTheCaller() {
    assertThatThrownBy(() -> AlertsDiffer.check(expect("1m", "Ingestion"), given.observed()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no alerts were observed at 1m");
  }

  private ActiveAlert firing(Labels labels, Map<String, String> annotations) {
    return given.active(AlertState.FIRING, labels, annotations);
  }

  private static ExpectedAlert wanted(Labels labels, Map<String, String> annotations) {
    return new ExpectedAlert(labels, annotations, Given.at(12, 5));
  }

  private static AlertExpectation expect(String time, String name, ExpectedAlert... alerts) {
    return new AlertExpectation(Given.duration(time), name, List.of(alerts), Given.at(10, 3));
  }
}
