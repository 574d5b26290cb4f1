package io.firedrill.assertions;

import static io.firedrill.assertions.DrillAssertions.assertThat;
import static io.firedrill.assertions.Subjects.assertFails;
import static io.firedrill.internal.verdict.Given.notified;

import io.firedrill.internal.timeline.RunTimeline;
import io.firedrill.internal.verdict.Given;
import io.firedrill.model.Timeline;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimelineAssertTest {

  private final Timeline timeline = notifiedAt("15m30s");
  private final Timeline empty = new RunTimeline(Instant.EPOCH, Instant.EPOCH, List.of());

  @Test
  void whatIsSoPasses() {
    assertThat(timeline)
        .isEqualTo(notifiedAt("15m30s"))
        .isNotEqualTo(empty)
        .containsExactly(
            "5m  Ingestion{pipeline=\"warehouse\"}  inactive -> pending",
            "8m  Ingestion{pipeline=\"lake\"}  inactive -> pending",
            "10m  Ingestion{pipeline=\"warehouse\"}  pending -> firing",
            "13m Ingestion{pipeline=\"lake\"} pending -> firing",
            "15m30s  webhook data-oncall  firing  {alertname=\"Ingestion\"}  1 alert",
            "18m  Ingestion{pipeline=\"lake\"}  firing -> inactive",
            "18m  Ingestion{pipeline=\"warehouse\"}  firing -> inactive")
        .onlyFired("Ingestion")
        .onlyNotified("data-oncall");
    assertThat(empty).hasNoEvents().nothingFired().nobodyNotified();
    assertThat(Given.runIn2026().alert(Subjects.LAKE, "5m", "21m", "21m").observed().timeline())
        .containsExactly("5m  Ingestion{pipeline=\"lake\"}  inactive -> pending")
        .containsExactly(
            "5m (2026-03-02T08:05:00Z)  Ingestion{pipeline=\"lake\"}  inactive -> pending");
  }

  @Test
  void isEqualTo() {
    assertFails(
        () -> assertThat(timeline).isEqualTo(notifiedAt("16m")),
        """
        timeline: expected 7 events, found 7; no. 5 is the first that differs
          expected (-), found (+):
            ...
              8m  Ingestion{pipeline="lake"}  inactive -> pending
              10m  Ingestion{pipeline="warehouse"}  pending -> firing
              13m  Ingestion{pipeline="lake"}  pending -> firing
            - 16m  webhook data-oncall  firing  {alertname="Ingestion"}  1 alert
            + 15m30s  webhook data-oncall  firing  {alertname="Ingestion"}  1 alert
              18m  Ingestion{pipeline="lake"}  firing -> inactive
              18m  Ingestion{pipeline="warehouse"}  firing -> inactive
        """);
  }

  @Test
  void containsExactly() {
    assertFails(
        () ->
            assertThat(timeline)
                .containsExactly("5m Ingestion{pipeline=\"warehouse\"} inactive -> pending"),
        """
        timeline: expected 1 event, found 7; no. 2 is the first that differs
          expected (-), found (+):
              5m Ingestion{pipeline="warehouse"} inactive -> pending
            + 8m Ingestion{pipeline="lake"} inactive -> pending
            + 10m Ingestion{pipeline="warehouse"} pending -> firing
            + 13m Ingestion{pipeline="lake"} pending -> firing
            + 15m30s webhook data-oncall firing {alertname="Ingestion"} 1 alert
            + 18m Ingestion{pipeline="lake"} firing -> inactive
            + 18m Ingestion{pipeline="warehouse"} firing -> inactive
        """);
  }

  @Test
  void hasNoEvents() {
    assertFails(
        () -> assertThat(timeline).hasNoEvents(),
        """
        timeline: expected no event, found 7; no. 1 is the first that differs
          expected (-), found (+):
            + 5m  Ingestion{pipeline="warehouse"}  inactive -> pending
            + 8m  Ingestion{pipeline="lake"}  inactive -> pending
            + 10m  Ingestion{pipeline="warehouse"}  pending -> firing
            + 13m  Ingestion{pipeline="lake"}  pending -> firing
            + 15m30s  webhook data-oncall  firing  {alertname="Ingestion"}  1 alert
            + 18m  Ingestion{pipeline="lake"}  firing -> inactive
            + 18m  Ingestion{pipeline="warehouse"}  firing -> inactive
        """);
  }

  @Test
  void onlyFired() {
    assertFails(
        () -> assertThat(timeline).onlyFired("Latency", "Ingestoin"),
        """
        alerts that fire: expected Ingestoin, Latency, found Ingestion
          expected (-), found (+):
            + Ingestion
            - Ingestoin
            - Latency
          hint: "Ingestoin": did you mean "Ingestion"?
          timeline around 10m:
              5m      Ingestion{pipeline="warehouse"}  inactive -> pending
              8m      Ingestion{pipeline="lake"}  inactive -> pending
            > 10m     Ingestion{pipeline="warehouse"}  pending -> firing
              13m     Ingestion{pipeline="lake"}  pending -> firing
              15m30s  webhook data-oncall  firing  {alertname="Ingestion"}  1 alert
              18m     Ingestion{pipeline="lake"}  firing -> inactive
              18m     Ingestion{pipeline="warehouse"}  firing -> inactive
        """);
    assertFails(
        () -> assertThat(timeline).nothingFired(),
        """
        alerts that fire: expected none, found Ingestion
          expected (-), found (+):
            + Ingestion
          timeline around 10m:
              5m      Ingestion{pipeline="warehouse"}  inactive -> pending
              8m      Ingestion{pipeline="lake"}  inactive -> pending
            > 10m     Ingestion{pipeline="warehouse"}  pending -> firing
              13m     Ingestion{pipeline="lake"}  pending -> firing
              15m30s  webhook data-oncall  firing  {alertname="Ingestion"}  1 alert
              18m     Ingestion{pipeline="lake"}  firing -> inactive
              18m     Ingestion{pipeline="warehouse"}  firing -> inactive
        """);
  }

  @Test
  void onlyNotified() {
    assertFails(
        () -> assertThat(timeline).onlyNotified("data-oncall", "ml-slack"),
        """
        receivers that are notified: expected data-oncall, ml-slack, found data-oncall
          expected (-), found (+):
              data-oncall
            - ml-slack
          timeline:
            > 5m      Ingestion{pipeline="warehouse"}  inactive -> pending
            > 8m      Ingestion{pipeline="lake"}  inactive -> pending
            > 10m     Ingestion{pipeline="warehouse"}  pending -> firing
            > 13m     Ingestion{pipeline="lake"}  pending -> firing
            > 15m30s  webhook data-oncall  firing  {alertname="Ingestion"}  1 alert
            > 18m     Ingestion{pipeline="lake"}  firing -> inactive
            > 18m     Ingestion{pipeline="warehouse"}  firing -> inactive
        """);
  }

  @Test
  void ofADrillThatHasNotMovedNothingHolds() {
    Timeline before =
        new RunTimeline(Instant.EPOCH, Instant.EPOCH.minus(Duration.ofMinutes(1)), List.of());
    String text = "timeline: the drill has not run yet; call runFor or step";

    assertFails(() -> assertThat(before).hasNoEvents(), text);
    assertFails(() -> assertThat(before).nothingFired(), text);
    assertFails(() -> assertThat(before).nobodyNotified(), text);
    assertFails(() -> assertThat(before).containsExactly(), text);
    assertFails(() -> assertThat(before).isEqualTo(before), text);
    assertFails(() -> assertThat(before).matchesSnapshot(Path.of("none.txt")), text);
  }

  private static Timeline notifiedAt(String time) {
    Given given = Subjects.two();
    return given.notified(given.webhook(time, "firing", notified("firing"))).observed().timeline();
  }
}
