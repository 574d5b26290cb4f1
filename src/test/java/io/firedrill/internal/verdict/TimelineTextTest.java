package io.firedrill.internal.verdict;

import static io.firedrill.internal.verdict.Given.notified;
import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.timeline.RunTimeline;
import io.firedrill.model.Labels;
import io.firedrill.model.Timeline;
import io.firedrill.model.TimelineEvent;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimelineTextTest {

  private static final Labels LAKE = Labels.of("alertname", "Ingestion", "pipeline", "lake");

  @Test
  void oneLineAnEventInVirtualTime() {
    Given given = Given.run().alert(LAKE, "5m", "10m", "18m");
    given.notified(
        given.webhook("10m30s", "firing", notified("firing", "x", "1"), notified("firing")));

    assertThat(TimelineText.lines(given.observed().timeline()))
        .containsExactly(
            "5m  Ingestion{pipeline=\"lake\"}  inactive -> pending",
            "10m  Ingestion{pipeline=\"lake\"}  pending -> firing",
            "10m30s  webhook data-oncall  firing  {alertname=\"Ingestion\"}  2 alerts",
            "18m  Ingestion{pipeline=\"lake\"}  firing -> inactive");
  }

  @Test
  void actionsAndFailedAttemptsHaveALineToo() {
    Given given = Given.run();
    Timeline timeline =
        new RunTimeline(
            given.instant("0s"),
            given.instant("1h"),
            List.of(
                new TimelineEvent.Notified(given.webhook("10m30s", "firing")),
                new TimelineEvent.Attempted(given.webhook("10m30s", "firing"), "HTTP 503"),
                new TimelineEvent.Acted(
                    given.instant("10m").plusMillis(500), "stop", "prometheus stopped"),
                new TimelineEvent.Acted(
                    given.instant("10m").plusMillis(500), "start", "prometheus started")));

    assertThat(TimelineText.lines(timeline))
        .containsExactly(
            "10m  prometheus stopped",
            "10m  prometheus started",
            "10m30s  webhook data-oncall  firing  {alertname=\"Ingestion\"}  0 alerts  failed: HTTP 503",
            "10m30s  webhook data-oncall  firing  {alertname=\"Ingestion\"}  0 alerts");
  }

  @Test
  void theDateFollowsWhereThereIsOne() {
    Given given = Given.runIn2026().alert(LAKE, "5m", "5m", "21m");

    assertThat(TimelineText.lines(given.observed().timeline()))
        .containsExactly(
            "5m (2026-03-02T08:05:00Z)  Ingestion{pipeline=\"lake\"}  inactive -> firing");
  }

  @Test
  void anExcerptLeavesOutWhatIsFar() {
    Given given = Given.run();
    for (int i = 0; i < 20; i++) {
      given.notified(given.webhook(i + "m", "firing"));
    }

    assertThat(
            new TimelineExcerpt(given.observed().timeline())
                .around(given.instant("8m"), given.instant("9m59s")))
        .containsExactly(
            "  ... 2 earlier events",
            line("  2m "),
            "  ... 5 more times, up to 7m",
            line("> 8m "),
            line("> 9m "),
            line("  10m"),
            "  ... 5 more times, up to 15m",
            "  ... 4 later events");
  }

  private static String line(String begin) {
    return begin + "  webhook data-oncall  firing  {alertname=\"Ingestion\"}  0 alerts";
  }
}
