package io.firedrill.assertions;

import static io.firedrill.assertions.DrillAssertions.assertThat;
import static io.firedrill.assertions.DrillAssertions.duration;
import static io.firedrill.assertions.DrillAssertions.within;
import static io.firedrill.assertions.Subjects.alerts;
import static io.firedrill.assertions.Subjects.assertFails;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.firedrill.drill.AlertSelection;
import io.firedrill.internal.verdict.Given;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AlertsAssertTest {

  private final AlertSelection both = alerts(Subjects.two(), "Ingestion");
  private final AlertSelection lake = alerts(Subjects.two(), "Ingestion", "pipeline", "lake");
  private final AlertSelection none = alerts(Subjects.two(), "Latency");

  @Test
  void whatIsSoPasses() {
    assertThat(lake)
        .isInactive()
        .isInactiveAt(minutes(7))
        .isPendingAt(minutes(8))
        .isFiringAt(minutes(13))
        .isInactiveBetween(minutes(0), minutes(7))
        .isPendingBetween(minutes(8), minutes(12))
        .isFiringBetween(minutes(13), minutes(17))
        .isPendingFirstAt(minutes(8))
        .firesFirstAt(minutes(13))
        .isPendingFor(minutes(5))
        .firesFor(minutes(5))
        .firesTimes(1)
        .isResolvedAt(minutes(18))
        .hasFiringCountAt(minutes(13), 1)
        .hasPendingCountAt(minutes(13), 0)
        .hasLabel("pipeline", "/la.*/")
        .hasLabels("pipeline", "lake", "absent", "")
        .hasAnnotation("summary", "/lake .*/")
        .hasAnnotations("summary", "lake stands still")
        .hasValue(17)
        .hasValue(16.9, within(0.11))
        .hasLabelsAt(minutes(8), "pipeline", "lake")
        .hasAnnotationsAt(minutes(8), "summary", "lake stands still")
        .hasValueAt(minutes(8), 8)
        .hasValueAt(minutes(8), 7.5, within(0.5));
    assertThat(both)
        .isPendingFor(minutes(8))
        .firesFirstAt(minutes(10))
        .firesFor(minutes(8))
        .hasPendingCountAt(minutes(10), 1)
        .hasFiringCountAt(minutes(15), 2);
    assertThat(none).neverFires().neverPends().firesTimes(0).isInactiveAt(minutes(3));
  }

  @Test
  void whatLastsToTheEndIsFiringNow() {
    AlertSelection lasting =
        alerts(Given.run().alert(Subjects.LAKE, "5m", "10m", "21m"), "Ingestion");
    assertThat(lasting).isFiring().hasValue(20);

    AlertSelection pending =
        alerts(Given.run().alert(Subjects.LAKE, "5m", "30m", "31m"), "Ingestion");
    assertThat(pending).isPending().neverFires();
  }

  @Test
  void isFiringAt() {
    assertFails(
        () -> assertThat(lake).isFiringAt(minutes(10)),
        """
        Ingestion{pipeline="lake"} at 10m: expected firing, found pending
          expected (-):
            - 10m  firing
          Ingestion{pipeline="lake"} (+):
            + 10m  pending
          timeline around 10m:
              5m   Ingestion{pipeline="warehouse"}  inactive -> pending
              8m   Ingestion{pipeline="lake"}  inactive -> pending
            > 10m  Ingestion{pipeline="warehouse"}  pending -> firing
              13m  Ingestion{pipeline="lake"}  pending -> firing
              18m  Ingestion{pipeline="lake"}  firing -> inactive
              18m  Ingestion{pipeline="warehouse"}  firing -> inactive
        """);
  }

  @Test
  void isInactive() {
    AlertSelection lasting =
        alerts(Given.run().alert(Subjects.LAKE, "5m", "10m", "21m"), "Ingestion");

    assertFails(
        () -> assertThat(lasting).isInactive(),
        """
        Ingestion at 20m: expected inactive, found firing
          expected (-):
            - 20m  inactive
          Ingestion{pipeline="lake"} (+):
            + 20m  firing
          timeline around 20m:
              5m   Ingestion{pipeline="lake"}  inactive -> pending
              10m  Ingestion{pipeline="lake"}  pending -> firing
        """);
  }

  @Test
  void isPendingBetween() {
    assertFails(
        () -> assertThat(both).isPendingBetween(minutes(8), minutes(12)),
        """
        Ingestion from 8m to 12m: expected pending at 5 evaluations, another state at 3
          expected (-):
            - 8m to 12m  pending
          Ingestion{pipeline="lake"} (+):
              8m to 12m  pending
          Ingestion{pipeline="warehouse"} (+):
              8m to 9m  pending
            + 10m to 12m  firing
          timeline around 10m:
              5m   Ingestion{pipeline="warehouse"}  inactive -> pending
              8m   Ingestion{pipeline="lake"}  inactive -> pending
            > 10m  Ingestion{pipeline="warehouse"}  pending -> firing
              13m  Ingestion{pipeline="lake"}  pending -> firing
              18m  Ingestion{pipeline="lake"}  firing -> inactive
              18m  Ingestion{pipeline="warehouse"}  firing -> inactive
        """);
  }

  @Test
  void firesFirstAt() {
    assertFails(
        () -> assertThat(lake).firesFirstAt(minutes(10)),
        """
        Ingestion{pipeline="lake"}: expected to fire first at 10m, fires first at 13m
          Ingestion{pipeline="lake"}:
            0s to 7m  inactive
            8m to 12m  pending
            13m to 17m  firing
            18m to 20m  inactive
          timeline:
              5m   Ingestion{pipeline="warehouse"}  inactive -> pending
              8m   Ingestion{pipeline="lake"}  inactive -> pending
            > 10m  Ingestion{pipeline="warehouse"}  pending -> firing
            > 13m  Ingestion{pipeline="lake"}  pending -> firing
              18m  Ingestion{pipeline="lake"}  firing -> inactive
              18m  Ingestion{pipeline="warehouse"}  firing -> inactive
        """);
    assertFails(
        () -> assertThat(none).firesFirstAt(minutes(10)),
        """
        Latency: expected to fire first at 10m, never fires
          timeline around 10m:
              5m   Ingestion{pipeline="warehouse"}  inactive -> pending
              8m   Ingestion{pipeline="lake"}  inactive -> pending
            > 10m  Ingestion{pipeline="warehouse"}  pending -> firing
              13m  Ingestion{pipeline="lake"}  pending -> firing
              18m  Ingestion{pipeline="lake"}  firing -> inactive
              18m  Ingestion{pipeline="warehouse"}  firing -> inactive
        """);
  }

  @Test
  void isPendingFor() {
    assertFails(
        () -> assertThat(lake).isPendingFor(minutes(10)),
        """
        Ingestion{pipeline="lake"}: expected to be pending once, for 10m, is pending for 5m
          Ingestion{pipeline="lake"}:
            0s to 7m  inactive
            8m to 12m  pending
            13m to 17m  firing
            18m to 20m  inactive
          timeline:
              5m   Ingestion{pipeline="warehouse"}  inactive -> pending
            > 8m   Ingestion{pipeline="lake"}  inactive -> pending
            > 10m  Ingestion{pipeline="warehouse"}  pending -> firing
            > 13m  Ingestion{pipeline="lake"}  pending -> firing
              18m  Ingestion{pipeline="lake"}  firing -> inactive
              18m  Ingestion{pipeline="warehouse"}  firing -> inactive
        """);
  }

  @Test
  void firesForTooOften() {
    Given given =
        Given.runIn2026()
            .alert(Subjects.LAKE, "2m", "3m", "5m")
            .alert(Subjects.WAREHOUSE, "9m", "9m", "21m");

    assertFails(
        () -> assertThat(alerts(given, "Ingestion")).firesFor(minutes(2)),
        """
        Ingestion: expected to fire once, for 2m, fires 2 times, for 2m and from 9m\
         (2026-03-02T08:09:00Z) to the end
          Ingestion{pipeline="lake"}:
            0s (2026-03-02T08:00:00Z) to 1m (2026-03-02T08:01:00Z)  inactive
            2m (2026-03-02T08:02:00Z)  pending
            3m (2026-03-02T08:03:00Z) to 4m (2026-03-02T08:04:00Z)  firing
            5m (2026-03-02T08:05:00Z) to 20m (2026-03-02T08:20:00Z)  inactive
          Ingestion{pipeline="warehouse"}:
            0s (2026-03-02T08:00:00Z) to 8m (2026-03-02T08:08:00Z)  inactive
            9m (2026-03-02T08:09:00Z) to 20m (2026-03-02T08:20:00Z)  firing
          timeline:
              2m (2026-03-02T08:02:00Z)  Ingestion{pipeline="lake"}  inactive -> pending
            > 3m (2026-03-02T08:03:00Z)  Ingestion{pipeline="lake"}  pending -> firing
            > 5m (2026-03-02T08:05:00Z)  Ingestion{pipeline="lake"}  firing -> inactive
            > 9m (2026-03-02T08:09:00Z)  Ingestion{pipeline="warehouse"}  inactive -> firing
        """);
    assertFails(
        () -> assertThat(alerts(given, "Ingestion")).firesTimes(1),
        """
        Ingestion: expected to fire 1 time, fires 2 times
          Ingestion{pipeline="lake"}:
            0s (2026-03-02T08:00:00Z) to 1m (2026-03-02T08:01:00Z)  inactive
            2m (2026-03-02T08:02:00Z)  pending
            3m (2026-03-02T08:03:00Z) to 4m (2026-03-02T08:04:00Z)  firing
            5m (2026-03-02T08:05:00Z) to 20m (2026-03-02T08:20:00Z)  inactive
          Ingestion{pipeline="warehouse"}:
            0s (2026-03-02T08:00:00Z) to 8m (2026-03-02T08:08:00Z)  inactive
            9m (2026-03-02T08:09:00Z) to 20m (2026-03-02T08:20:00Z)  firing
          timeline:
              2m (2026-03-02T08:02:00Z)  Ingestion{pipeline="lake"}  inactive -> pending
            > 3m (2026-03-02T08:03:00Z)  Ingestion{pipeline="lake"}  pending -> firing
            > 5m (2026-03-02T08:05:00Z)  Ingestion{pipeline="lake"}  firing -> inactive
            > 9m (2026-03-02T08:09:00Z)  Ingestion{pipeline="warehouse"}  inactive -> firing
        """);
  }

  @Test
  void isResolvedAt() {
    assertFails(
        () -> assertThat(lake).isResolvedAt(minutes(17)),
        """
        Ingestion{pipeline="lake"}: expected to be resolved at 17m, was at 18m
          Ingestion{pipeline="lake"}:
            0s to 7m  inactive
            8m to 12m  pending
            13m to 17m  firing
            18m to 20m  inactive
          timeline around 17m:
              5m   Ingestion{pipeline="warehouse"}  inactive -> pending
              8m   Ingestion{pipeline="lake"}  inactive -> pending
              10m  Ingestion{pipeline="warehouse"}  pending -> firing
              13m  Ingestion{pipeline="lake"}  pending -> firing
              18m  Ingestion{pipeline="lake"}  firing -> inactive
              18m  Ingestion{pipeline="warehouse"}  firing -> inactive
        """);
  }

  @Test
  void neverFires() {
    assertFails(
        () -> assertThat(lake).neverFires(),
        """
        Ingestion{pipeline="lake"}: expected never to fire, fires first at 13m
          Ingestion{pipeline="lake"}:
            0s to 7m  inactive
            8m to 12m  pending
            13m to 17m  firing
            18m to 20m  inactive
          timeline around 13m:
              5m   Ingestion{pipeline="warehouse"}  inactive -> pending
              8m   Ingestion{pipeline="lake"}  inactive -> pending
              10m  Ingestion{pipeline="warehouse"}  pending -> firing
            > 13m  Ingestion{pipeline="lake"}  pending -> firing
              18m  Ingestion{pipeline="lake"}  firing -> inactive
              18m  Ingestion{pipeline="warehouse"}  firing -> inactive
        """);
  }

  @Test
  void neverPends() {
    assertFails(
        () -> assertThat(lake).neverPends(),
        """
        Ingestion{pipeline="lake"}: expected never to be pending, is pending first at 8m
          Ingestion{pipeline="lake"}:
            0s to 7m  inactive
            8m to 12m  pending
            13m to 17m  firing
            18m to 20m  inactive
          timeline around 8m:
              5m   Ingestion{pipeline="warehouse"}  inactive -> pending
            > 8m   Ingestion{pipeline="lake"}  inactive -> pending
              10m  Ingestion{pipeline="warehouse"}  pending -> firing
              13m  Ingestion{pipeline="lake"}  pending -> firing
              18m  Ingestion{pipeline="lake"}  firing -> inactive
              18m  Ingestion{pipeline="warehouse"}  firing -> inactive
        """);
  }

  @Test
  void hasFiringCountAt() {
    assertFails(
        () -> assertThat(both).hasFiringCountAt(minutes(10), 2),
        """
        Ingestion at 10m: expected 2 firing alerts, found 1
          pending and firing:
            pending Ingestion{pipeline="lake"}
            firing Ingestion{pipeline="warehouse"}
          timeline around 10m:
              5m   Ingestion{pipeline="warehouse"}  inactive -> pending
              8m   Ingestion{pipeline="lake"}  inactive -> pending
            > 10m  Ingestion{pipeline="warehouse"}  pending -> firing
              13m  Ingestion{pipeline="lake"}  pending -> firing
              18m  Ingestion{pipeline="lake"}  firing -> inactive
              18m  Ingestion{pipeline="warehouse"}  firing -> inactive
        """);
  }

  @Test
  void hasLabelsAnnotationsAndAValue() {
    assertFails(
        () -> assertThat(lake).hasLabels("pipeline", "/ware.*/", "team", "data"),
        """
        Ingestion{pipeline="lake"} at 17m: the alert differs
          expected (-), firing Ingestion{pipeline="lake"} (+):
            - labels.pipeline  /ware.*/
            + labels.pipeline  "lake"
            - labels.team      "data"
          timeline around 17m:
              5m   Ingestion{pipeline="warehouse"}  inactive -> pending
              8m   Ingestion{pipeline="lake"}  inactive -> pending
              10m  Ingestion{pipeline="warehouse"}  pending -> firing
              13m  Ingestion{pipeline="lake"}  pending -> firing
              18m  Ingestion{pipeline="lake"}  firing -> inactive
              18m  Ingestion{pipeline="warehouse"}  firing -> inactive
        """);
    assertFails(
        () -> assertThat(both).hasAnnotationsAt(minutes(10), "summary", "lake stands still"),
        """
        Ingestion at 10m: 1 of 2 alerts differs
          expected (-), firing Ingestion{pipeline="warehouse"} (+):
            - annotations.summary  "lake stands still"
            + annotations.summary  "warehouse stands still"
                                    ~~~~~~~~
          timeline around 10m:
              5m   Ingestion{pipeline="warehouse"}  inactive -> pending
              8m   Ingestion{pipeline="lake"}  inactive -> pending
            > 10m  Ingestion{pipeline="warehouse"}  pending -> firing
              13m  Ingestion{pipeline="lake"}  pending -> firing
              18m  Ingestion{pipeline="lake"}  firing -> inactive
              18m  Ingestion{pipeline="warehouse"}  firing -> inactive
        """);
    assertFails(
        () -> assertThat(lake).hasValueAt(minutes(10), 9.5, within(0.4)),
        """
        Ingestion{pipeline="lake"} at 10m: the alert differs
          expected (-), pending Ingestion{pipeline="lake"} (+):
            - value  9.5
            + value  10
          timeline around 10m:
              5m   Ingestion{pipeline="warehouse"}  inactive -> pending
              8m   Ingestion{pipeline="lake"}  inactive -> pending
            > 10m  Ingestion{pipeline="warehouse"}  pending -> firing
              13m  Ingestion{pipeline="lake"}  pending -> firing
              18m  Ingestion{pipeline="lake"}  firing -> inactive
              18m  Ingestion{pipeline="warehouse"}  firing -> inactive
        """);
  }

  @Test
  void thereIsNoSuchAlertToLookAt() {
    assertFails(
        () -> assertThat(lake).hasLabelsAt(minutes(3), "pipeline", "lake"),
        """
        Ingestion{pipeline="lake"} at 3m: expected an alert, none is pending or firing
          timeline around 3m:
              5m   Ingestion{pipeline="warehouse"}  inactive -> pending
              8m   Ingestion{pipeline="lake"}  inactive -> pending
              10m  Ingestion{pipeline="warehouse"}  pending -> firing
              13m  Ingestion{pipeline="lake"}  pending -> firing
              18m  Ingestion{pipeline="lake"}  firing -> inactive
              18m  Ingestion{pipeline="warehouse"}  firing -> inactive
        """);
    AlertSelection other = alerts(Subjects.two(), "Ingestion", "pipeline", "pond");
    assertFails(
        () -> assertThat(other).hasValue(1),
        """
        Ingestion{pipeline="pond"}: expected an alert, none was ever pending or firing
          alerts of that name with other labels:
            Ingestion{pipeline="lake"}
            Ingestion{pipeline="warehouse"}
          timeline:
            > 5m   Ingestion{pipeline="warehouse"}  inactive -> pending
            > 8m   Ingestion{pipeline="lake"}  inactive -> pending
            > 10m  Ingestion{pipeline="warehouse"}  pending -> firing
            > 13m  Ingestion{pipeline="lake"}  pending -> firing
            > 18m  Ingestion{pipeline="lake"}  firing -> inactive
            > 18m  Ingestion{pipeline="warehouse"}  firing -> inactive
        """);
  }

  @Test
  void whatCannotBeJudgedFails() {
    AlertSelection unknown = alerts(Subjects.two(), "Ingestoin");
    assertFails(
        () -> assertThat(unknown).neverFires(),
        "no alerting rule is named \"Ingestoin\"; did you mean \"Ingestion\"?");
    assertFails(
        () -> assertThat(lake).isInactiveBetween(minutes(18), minutes(30)),
        "Ingestion{pipeline=\"lake\"}: the drill has not reached 30m, it is at 20m");
    assertFails(
        () -> assertThat(lake).isInactiveAt(duration("2m30s")),
        """
        Ingestion at 2m30s: there is no evaluation in the window
          the nearest evaluations are at 2m and 3m
        """);
    assertFails(
        () -> assertThat(lake).hasValueAt(duration("2m30s"), 1),
        """
        Ingestion{pipeline="lake"} at 2m30s: there is no evaluation in the window
          the nearest evaluations are at 2m and 3m
        """);
  }

  @Test
  void labelsArePairs() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> assertThat(lake).hasLabels("pipeline"))
        .withMessage("labels are pairs of a name and a value, but the last has no value: pipeline");
  }

  private static Duration minutes(int minutes) {
    return Duration.ofMinutes(minutes);
  }
}
