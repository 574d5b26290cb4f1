package io.firedrill.internal.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.source.PrometheusDuration;
import io.firedrill.internal.timeline.CapturedAlert;
import io.firedrill.internal.timeline.CapturedNotification;
import io.firedrill.internal.timeline.RawRequest;
import io.firedrill.internal.timeline.RunTimeline;
import io.firedrill.model.Labels;
import io.firedrill.model.Notification;
import io.firedrill.model.Timeline;
import io.firedrill.model.TimelineEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A group begins at 10m: it is flushed at 10m, 15m, 20m or at 11m, 16m, 21m. */
class UncertainFlushTest {

  private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
  private static final Labels GROUP = Labels.of("alertname", "Full");
  private static final UncertainFlush FLUSH =
      new UncertainFlush(
          "team",
          GROUP,
          at("10m"),
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          at("1h"),
          Optional.empty());

  @ParameterizedTest(name = "told at {0} of what began at {1}: {2}")
  @CsvSource({
    // The first flush, and repeats of it.
    "10m, 2m, 11m",
    "11m, 2m, 10m",
    "25m, 2m, 26m",
    "26m, 2m, 25m",
    // What begins after one flush and before the other is told in the other order.
    "15m, 12m, 16m",
    "16m, 12m, 15m",
    "20m, 15m30s, 16m",
    "16m, 15m30s, 20m",
    // What has ended before, and what others are told, does not move.
    "9m, 2m, 9m",
    "1h1m, 2m, 1h1m"
  })
  void movesToTheOtherSeries(String told, String began, String other) {
    Timeline timeline = new RunTimeline(START, at("2h"), List.of(notified("team", told, began)));

    assertThat(FLUSH.other(timeline).notifications())
        .extracting(Notification::time)
        .containsExactly(at(other));
  }

  @ParameterizedTest
  @CsvSource({"others", "teams"})
  void leavesOtherReceiversAlone(String receiver) {
    Timeline timeline =
        new RunTimeline(
            START,
            at("2h"),
            Stream.of("10m", "15m").map(t -> notified(receiver, t, "2m")).toList());

    assertThat(FLUSH.other(timeline)).isEqualTo(timeline);
    assertThat(FLUSH.shows(timeline)).isFalse();
  }

  private static TimelineEvent notified(String receiver, String time, String began) {
    return new TimelineEvent.Notified(
        new CapturedNotification(
            at(time),
            receiver,
            "webhook",
            0,
            "firing",
            GROUP,
            List.of(new CapturedAlert("firing", GROUP, Map.of(), at(began), null)),
            Optional.empty(),
            new RawRequest("/", "", "")));
  }

  private static Instant at(String offset) {
    return START.plus(PrometheusDuration.parse(offset).orElseThrow());
  }
}
