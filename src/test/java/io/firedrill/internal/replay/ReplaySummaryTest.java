package io.firedrill.internal.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.firedrill.internal.result.TestResult;
import io.firedrill.internal.timeline.CapturedAlert;
import io.firedrill.internal.timeline.CapturedNotification;
import io.firedrill.internal.timeline.RawRequest;
import io.firedrill.internal.timeline.RunTimeline;
import io.firedrill.model.AlertState;
import io.firedrill.model.Labels;
import io.firedrill.model.Notification.NotifiedAlert;
import io.firedrill.model.Timeline;
import io.firedrill.model.TimelineEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReplaySummaryTest {

  private static final Instant START = Instant.parse("2026-03-02T22:00:00Z");
  private static final Labels FULL = Labels.of("alertname", "Full", "queue", "a");
  private static final Labels GONE = Labels.of("alertname", "Gone");
  private static final Labels MUTED = Labels.of("alertname", "Muted", "queue", "a");

  private final List<TimelineEvent> events = new ArrayList<>();

  private ReplaySummaryTest fires(Labels alert, String from, String to) {
    events.add(
        new TimelineEvent.AlertChanged(at(from), alert, AlertState.PENDING, AlertState.FIRING));
    events.add(
        new TimelineEvent.AlertChanged(at(to), alert, AlertState.FIRING, AlertState.INACTIVE));
    return this;
  }

  private ReplaySummaryTest told(
      String receiver, String kind, String when, String status, Labels... alerts) {
    List<NotifiedAlert> all =
        List.of(alerts).stream()
            .<NotifiedAlert>map(
                a -> new CapturedAlert(status, a.with("region", "eu"), Map.of(), START, null))
            .toList();
    events.add(
        new TimelineEvent.Notified(
            new CapturedNotification(
                at(when),
                receiver,
                kind,
                0,
                status,
                Labels.empty(),
                all,
                Optional.empty(),
                new RawRequest("/", "", ""))));
    return this;
  }

  private static Instant at(String offset) {
    return START.plus(Duration.parse(offset));
  }

  private ReplayResult result(String... receivers) {
    Timeline timeline = new RunTimeline(START, at("PT30H"), events);
    return new ReplayResult(
        "",
        "servers",
        2,
        1,
        List.of(receivers),
        TestResult.observed("replay", timeline, List.of()));
  }

  private ReplayResult aNight() {
    return fires(FULL, "PT1H", "PT1H10M")
        .fires(FULL, "PT2H", "PT2H5M")
        .fires(FULL, "PT2H50M", "PT3H")
        .fires(FULL, "PT4H1S", "PT5H")
        .fires(GONE, "PT3H", "PT30H")
        .fires(MUTED, "PT3H", "PT4H")
        .told("day", "slack", "PT1H1M", "firing", FULL)
        .told("day", "slack", "PT1H11M", "resolved", FULL)
        .told("night", "pagerduty", "PT3H1M", "firing", GONE, FULL)
        .told("night", "webhook", "PT3H1M", "firing", GONE)
        .told("night", "webhook", "PT4H", "unknown")
        .result("day", "night", "nobody");
  }

  @Test
  void countsMessagesByReceiverAndIntegration() {
    ReplaySummary summary = ReplaySummary.of(aNight());

    assertThat(summary.messages()).isEqualTo(5);
    assertThat(summary.firing()).isEqualTo(3);
    assertThat(summary.receivers())
        .containsExactly(
            new ReceiverCount("day", "slack", 1, 1, at("PT1H1M"), at("PT1H11M")),
            new ReceiverCount("night", "webhook", 1, 1, at("PT3H1M"), at("PT4H")),
            new ReceiverCount("night", "pagerduty", 1, 0, at("PT3H1M"), at("PT3H1M")));
    assertThat(summary.silent()).containsExactly("nobody");
  }

  @Test
  void putsTheNoisiestAlertFirst() {
    assertThat(ReplaySummary.of(aNight()).alerts())
        .containsExactly(
            // 10m + 5m + 10m + 59m59s
            new AlertCount("Full", 2, 4, 1, 84 * 60 + 59),
            new AlertCount("Gone", 2, 1, 1, 27 * 3600),
            new AlertCount("Muted", 0, 1, 1, 3600));
  }

  @Test
  void countsMessagesByDayAndHour() {
    ReplaySummary summary = ReplaySummary.of(aNight());

    assertThat(summary.days())
        .containsExactly(
            entry(LocalDate.of(2026, 3, 2), 2),
            entry(LocalDate.of(2026, 3, 3), 3),
            entry(LocalDate.of(2026, 3, 4), 0));
    assertThat(summary.hours()).hasSize(24).startsWith(0, 2, 1).endsWith(2);
  }

  // Fires again after 50 and after 45 minutes; after an hour and a second, it does not count.
  @Test
  void findsFlappingAlerts() {
    assertThat(ReplaySummary.of(aNight()).flapping())
        .containsExactly(new NotableAlert(FULL.asMap(), 2, at("PT1H")));
  }

  // Messages have the external labels, too.
  @Test
  void findsAlertsWithoutNotifications() {
    assertThat(ReplaySummary.of(aNight()).unheard())
        .containsExactly(new NotableAlert(MUTED.asMap(), 1, at("PT3H")));
  }

  @Test
  void expectsNoNotificationsWithoutRoutes() {
    ReplayResult replay = fires(FULL, "PT1H", "PT2H").result();

    assertThat(ReplaySummary.of(replay).unheard()).isEmpty();
    assertThat(ReplayText.summary(replay))
        .containsExactly(
            "2026-03-02T22:00:00Z to 2026-03-04T04:00:00Z: 1 sample of 2 series",
            "alerts fired once; without routes, there are no notifications",
            "",
            "noisiest alerts                                      notified      fired     series        for",
            "  Full                                                      0          1          1         1h");
  }

  @Test
  void escapesMarkup() {
    ReplayResult replay =
        fires(Labels.of("alertname", "Muted", "queue", "`a`|<b>"), "PT1H", "PT2H")
            .result("day|night");

    assertThat(ReplayMarkdown.of(List.of(replay)))
        .isEqualTo(
            """
            ## Firedrill: replay

            2026-03-02T22:00:00Z to 2026-03-04T04:00:00Z, 1 sample of 2 series. 0 notifications: 0 firing, 0 resolved.

            | Alert | Notifications | Fired | Series | For |
            |---|--:|--:|--:|--:|
            | Muted | 0 | 1 | 1 | 1h |

            | Fired without a notification | Times | First |
            |---|--:|---|
            | <code>Muted{queue=&#34;&#96;a&#96;&#124;&#60;b&#62;&#34;}</code> | 1 | 2026-03-02T23:00:00Z |

            servers
            """);
  }

  @Test
  void isTextWithBars() {
    assertThat(String.join("\n", ReplayText.summary(aNight())) + "\n")
        .isEqualTo(
            """
            2026-03-02T22:00:00Z to 2026-03-04T04:00:00Z: 1 sample of 2 series
            alerts fired 6 times; 5 notifications: 3 firing, 2 resolved

            notifications                                          firing   resolved
              slack day                                                 1          1
              webhook night                                             1          1
              pagerduty night                                           1          0
              not notified: nobody

            noisiest alerts                                      notified      fired     series        for
              Full                                                      2          4          1   1h24m59s
              Gone                                                      2          1          1       1d3h
              Muted                                                     0          1          1         1h

            notifications per day, UTC
              Mon 2026-03-02     2 ##########################
              Tue 2026-03-03     3 ########################################
              Wed 2026-03-04     0

            notifications per hour of the day, UTC
              01:00              2 ########################################
              02:00              1 ####################
              23:00              2 ########################################

            flapped: fired again within an hour of being resolved
              Full{queue="a"}  2 times, first at 2026-03-02T23:00:00Z

            fired without a notification
              Muted{queue="a"}  once, first at 2026-03-03T01:00:00Z
            """);
  }

  @Test
  void listsMessages() {
    assertThat(ReplayText.messages(aNight()))
        .startsWith(
            "2026-03-02T23:01:00Z  slack day  firing  {}  1 alert",
            "2026-03-02T23:11:00Z  slack day  resolved  {}  1 alert",
            "2026-03-03T01:01:00Z  pagerduty night  firing  {}  2 alerts")
        .endsWith("2026-03-03T02:00:00Z  webhook night  unknown  {}  0 alerts")
        .hasSize(5);
  }

  @Test
  void cutsLongTablesInMarkdown() {
    for (int i = 0; i < 53; i++) {
      fires(Labels.of("alertname", "A" + (100 + i)), "PT1H", "PT2H");
    }

    String markdown = ReplayMarkdown.of(List.of(result()));

    assertThat(markdown).contains("| A149 | 0 | 1 | 1 | 1h |\n\n3 more.\n").doesNotContain("A150");
  }

  @Test
  void namesTheVersionOfEachReplay() {
    ReplayResult replay = result();
    ReplayResult main = new ReplayResult("main", "servers", 2, 1, List.of(), replay.result());

    assertThat(ReplayMarkdown.of(List.of(main, replay)))
        .startsWith("## Firedrill: replay under main\n")
        .contains("\n\n## Firedrill: replay\n".substring(1));
    assertThat(ReplayText.summary(main))
        .startsWith(
            "2026-03-02T22:00:00Z to 2026-03-04T04:00:00Z under main: 1 sample of 2 series");
  }

  @Test
  void isJson() {
    assertThat(ReplayJson.of(List.of(aNight())))
        .startsWith("{\n  \"version\" : 1,\n  \"servers\" : \"servers\",\n  \"replays\" : [ {\n")
        .contains("\"start\" : \"2026-03-02T22:00:00Z\"")
        .contains("\"2026-03-03\" : 3")
        .contains("\"alertname\" : \"Full\",\n        \"messages\" : 2")
        .contains("\"silent\" : [ \"nobody\" ]");
  }
}
