package io.firedrill.internal.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.alertmanager.AlertmanagerView.ViewedSilence;
import io.firedrill.model.LabelMatcher;
import io.firedrill.model.LabelMatcher.Operator;
import io.firedrill.model.Labels;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reasons that need more than rules and routes: silences, failing receivers, stopped servers. */
class ReasonTest {

  private static final String GROUP = "{}:{}";
  private static final Labels OWN = Labels.of("alertname", "Down", "team", "data");
  private static final Labels ALERT = OWN.with("cluster", "eu");

  @TempDir private Path directory;

  private GivenRun run;

  @BeforeEach
  void routes() {
    run =
        new GivenRun(directory)
            .externalLabels(Labels.of("cluster", "eu"))
            .routes(
                """
                route:
                  receiver: data
                  mute_time_intervals: [nights, weekends]
                receivers:
                - {name: data, webhook_configs: [{url: 'http://localhost/'}]}
                time_intervals:
                - {name: nights, time_intervals: []}
                """);
  }

  @Test
  void silenced() {
    run.alert(OWN, 0, 0, 21)
        .flushed(GROUP, 30)
        .silence(silence("1", "active"))
        .silence(silence("2", "active"))
        .silence(silence("3", "active"), "1", "2");

    assertThat(run.why("data", 30, "firing"))
        .containsExactly(
            "Down{team=\"data\"} at 30s: silenced by {team=~\"da.*\"} until 1h, \"moving house\" (ann)");
  }

  /** What the API says at some time says nothing of another. */
  @Test
  void silencedAtAFlushOfWhichTheApiWasNotAsked() {
    run.alert(OWN, 0, 0, 21).flushed(GROUP, 30).silence(silence("1", "active"));

    assertThat(run.why("data", 100, "firing"))
        .containsExactly(
            "Down{team=\"data\"} at 1m40s: silenced by {team=~\"da.*\"} until 1h, \"moving house\""
                + " (ann) (computed)");
  }

  @Test
  void silencedWhenItEnds() {
    run.alert(OWN, 0, 0, 5)
        .flushed(GROUP, 30, 330)
        .notified("data", 30, "firing", ALERT)
        .silence(silence("1", "active"));

    assertThat(run.why("data", 330, "resolved"))
        .containsExactly(
            "Down{team=\"data\"} at 5m30s: silenced by {team=~\"da.*\"} until 1h, \"moving house\""
                + " (ann) (computed); no resolved notification is sent then or later");
  }

  /** What held at the flush need not hold at the time in question. */
  @Test
  void theSilenceIsOverByThen() {
    ViewedSilence expired =
        new ViewedSilence(
            "1",
            "expired",
            List.of(new LabelMatcher("team", Operator.EQUAL, "data")),
            Instant.EPOCH,
            Instant.ofEpochSecond(400),
            "ann",
            "");
    run.alert(OWN, 0, 0, 5).flushed(GROUP, 30, 330).notified("data", 30, "firing", ALERT);
    run.silence(expired);

    assertThat(run.why("data", 660, "resolved"))
        .containsExactly(
            "Down{team=\"data\"} at 11m: silenced by {team=\"data\"} until 6m40s, \"\" (ann)"
                + " (computed), at the flush at 5m30s; no resolved notification is sent then or"
                + " later");
  }

  @Test
  void pendingAgainAndInactiveAgain() {
    run.alert(OWN, 0, 0, 5).states(OWN, 7, 30, 9);

    assertThat(run.why("data", 450, "firing"))
        .containsExactly(
            "Down{team=\"data\"} at 7m30s: it has not fired since 5m; still pending, since 7m, but"
                + " inactive again at 9m; it does not fire before the end of the run at 20m");
  }

  @Test
  void twoInhibitionRules() {
    run.routes(
        """
        route: {receiver: data}
        receivers:
        - {name: data, webhook_configs: [{url: 'http://localhost/'}]}
        inhibit_rules:
        - {source_matchers: [alertname="Site"], target_matchers: [team="data"]}
        - {source_matchers: [alertname="Rack"], target_matchers: [team="data"]}
        """);
    run.alert(OWN, 0, 0, 21)
        .alert(Labels.of("alertname", "Site"), 0, 0, 21)
        .alert(Labels.of("alertname", "Rack", "rack", "1"), 0, 0, 21)
        .alert(Labels.of("alertname", "Rack", "rack", "2"), 0, 0, 21)
        .flushed(GROUP, 30)
        .inhibitedBy(Labels.of("alertname", "Site", "cluster", "eu").toString());

    assertThat(run.why("data", 30, "firing"))
        .contains(
            "Down{team=\"data\"} at 30s: inhibited by Site{cluster=\"eu\"} (rule at routes.yml:5:3),"
                + " and inhibited by Rack{cluster=\"eu\", rack=\"1\"} (rule at routes.yml:6:3)"
                + " (computed)");
  }

  @Test
  void expiredSilencesAreNoReason() {
    ViewedSilence expired =
        new ViewedSilence(
            "1",
            "expired",
            List.of(new LabelMatcher("team", Operator.EQUAL, "data")),
            Instant.EPOCH,
            Instant.ofEpochSecond(20),
            "ann",
            "");
    run.alert(OWN, 0, 0, 21)
        .flushed(GROUP, 30)
        .notified("data", 30, "firing", ALERT)
        .silence(expired);

    assertThat(run.why("data", 40, "firing"))
        .containsExactly(
            "Down{team=\"data\"} at 40s: sent at 30s, nothing has changed since, and the repeat"
                + " (repeat_interval 4h, the default) is due at 4h5m30s, after the end of the run at"
                + " 20m");
  }

  @Test
  void mutedByTwoIntervals() {
    run.alert(OWN, 0, 0, 21).mutedBy("nights", "weekends").flushed(GROUP, 30).logged(30, MUTED);

    assertThat(run.why("data", 30, "firing"))
        .containsExactly(
            "Down{team=\"data\"} at 30s: muted by the time interval \"nights\" (routes.yml:7:3)"
                + " and the time interval \"weekends\"");
  }

  @Test
  void mutedByOneOfTwoIntervals() {
    run.alert(OWN, 0, 0, 21).flushed(GROUP, 30).logged(30, MUTED);

    assertThat(run.why("data", 30, "firing"))
        .containsExactly(
            "Down{team=\"data\"} at 30s: muted by one of the time intervals \"nights\""
                + " (routes.yml:7:3), \"weekends\"");
  }

  private static final String MUTED =
      "msg=\"Notifications not sent, route is within mute time\" component=dispatcher alerts=1";

  @Test
  void sendingFails() {
    run.alert(OWN, 0, 0, 21).flushed(GROUP, 30, 330).attempted("data", 30, "HTTP 503", ALERT);

    assertThat(run.why("data", 40, "firing"))
        .containsExactly(
            "Down{team=\"data\"} at 40s: sending by webhook has failed since 30s: HTTP 503;"
                + " Alertmanager tries again");
    run.attempted("data", 35, "connection refused", ALERT)
        .attempted("data", 50, "later than what is asked for", ALERT);
    assertThat(run.why("data", 40, "firing"))
        .containsExactly(
            "Down{team=\"data\"} at 40s: sending by webhook has failed since 35s: connection"
                + " refused; Alertmanager tries again");
  }

  @Test
  void sendingFailedBeforeItSucceeded() {
    run.alert(OWN, 0, 0, 21)
        .flushed(GROUP, 30, 330)
        .attempted("data", 30, "HTTP 503", ALERT)
        .notified("data", 60, "firing", ALERT);

    assertThat(run.why("data", 400, "firing"))
        .containsExactly(
            "Down{team=\"data\"} at 6m40s: sent at 1m, nothing has changed since, and the repeat"
                + " (repeat_interval 4h, the default) is due at 4h5m30s, after the end of the run at"
                + " 20m");
  }

  @Test
  void aMessageCannotBeMade() {
    run.alert(OWN, 0, 0, 21).flushed(GROUP, 30).logged(30, FAILED).flushed(GROUP, 330);
    run.logged(330, FAILED);

    assertThat(run.why("data", 30, "firing"))
        .containsExactly(
            "Down{team=\"data\"} at 30s: webhook has failed since 30s: template: \"x\" not defined;"
                + " Alertmanager gave up, and tries again at each flush of the group (group_interval"
                + " 5m, the default)");
    assertThat(run.why("data", 400, "firing"))
        .containsExactly(
            "Down{team=\"data\"} at 6m40s: webhook has failed since 30s: template: \"x\" not"
                + " defined; Alertmanager gave up, and tries again at each flush of the group"
                + " (group_interval 5m, the default)");
  }

  /** The receiver has a webhook and a mail. */
  @Test
  void oneIntegrationSendsAndAnotherFails() {
    run.routes(
        """
        route: {receiver: data}
        receivers:
        - name: data
          webhook_configs: [{url: 'http://localhost/'}]
          email_configs: [{to: a@example.com, from: b@example.com, smarthost: 'mail:25'}]
        """);
    run.alert(OWN, 0, 0, 21)
        .flushed(GROUP, 30)
        .notified("data", 30, "firing", ALERT)
        .logged(30, FAILED.replace("webhook", "email"));

    assertThat(run.why("data", 30, "firing"))
        .containsExactly(
            "Down{team=\"data\"} at 30s: already sent at this time; email has failed since 30s:"
                + " template: \"x\" not defined; Alertmanager gave up, and tries again at each flush"
                + " of the group (group_interval 5m, the default)");
  }

  private static final String FAILED =
      "msg=\"Notify for alerts failed\" num_alerts=1 err=\"data/webhook[0]: notify retry canceled"
          + " due to unrecoverable error after 1 attempts: template: \\\"x\\\" not defined\"";

  /** Up to Alertmanager 0.28, the log does not say which group it is about. */
  @Test
  void anotherGroupOfTheReceiverFails() {
    run.alert(OWN, 0, 0, 21)
        .flushed(GROUP, 30)
        .notified("data", 30, "firing", ALERT)
        .flushed(GROUP, 330)
        .logged(330, FAILED);

    assertThat(run.why("data", 400, "firing"))
        .containsExactly(
            "Down{team=\"data\"} at 6m40s: sent at 30s, nothing has changed since, and the repeat"
                + " (repeat_interval 4h, the default) is due at 4h5m30s, after the end of the run at"
                + " 20m");
  }

  @Test
  void twoRoutesLeadToTheReceiver() {
    run.routes(
            """
            route:
              receiver: all
              routes:
              - {receiver: data, matchers: [team="data"], continue: true}
              - {receiver: data, matchers: [alertname="Down"], mute_time_intervals: [nights]}
            receivers:
            - {name: all}
            - {name: data, webhook_configs: [{url: 'http://localhost/'}]}
            time_intervals:
            - {name: nights, time_intervals: []}
            """)
        .alert(OWN, 0, 0, 21)
        .flushed("{}/{team=\"data\"}:{}", 30)
        .notified("data", 30, "firing", ALERT)
        .flushed("{}/{alertname=\"Down\"}:{}", 31)
        .logged(31, MUTED);

    assertThat(run.why("data", 40, "firing"))
        .containsExactly(
            "Down{team=\"data\"} at 40s: by the route at routes.yml:4:5: sent at 30s, nothing has"
                + " changed since, and the repeat (repeat_interval 4h, the default) is due at"
                + " 4h5m30s, after the end of the run at 20m; and by the route at routes.yml:5:5:"
                + " muted by the time interval \"nights\" (routes.yml:10:3)");
  }

  @Test
  void alertmanagerMissedItsEnd() {
    run.states(OWN, 0, 0, 5).sent(OWN, 0, 21, 4).flushed(GROUP, 30);

    assertThat(run.why("data", 400, "resolved"))
        .containsExactly(
            "Down{team=\"data\"} at 6m40s: Alertmanager did not get that it resolved at 5m;"
                + " Alertmanager resolves the alert at 8m, unless it is sent again");
  }

  @Test
  void alertmanagerIsDown() {
    run.alert(OWN, 0, 0, 21).alertmanagerStops();

    assertThat(run.why("data", 30, "firing"))
        .containsExactly("Down{team=\"data\"} at 30s: Alertmanager is not running");
  }

  @Test
  void alertmanagerIsDownWhenItEnds() {
    run.alert(OWN, 0, 0, 5).alertmanagerStops();

    assertThat(run.why("data", 330, "resolved"))
        .containsExactly("Down{team=\"data\"} at 5m30s: Alertmanager is not running");
  }

  @Test
  void alertmanagerDoesNotHaveIt() {
    run.states(OWN, 0, 0, 21);

    assertThat(run.why("data", 30, "firing"))
        .containsExactly(
            "Down{team=\"data\"} at 30s: it fires in Prometheus, but Alertmanager did not get it;"
                + " Prometheus does not send it before the end of the run");
  }

  @Test
  void alertmanagerHasForgottenIt() {
    run.states(OWN, 0, 0, 21).sent(OWN, 0, 21, 1).sent(OWN, 3, 21, 4).alertmanagerStarts(2);

    assertThat(run.why("data", 150, "firing"))
        .containsExactly(
            "Down{team=\"data\"} at 2m30s: Alertmanager was started at 2m without alerts;"
                + " Prometheus sends it at 3m");
  }

  @Test
  void prometheusIsDown() {
    run.states(OWN, 0, 0, 21).sent(OWN, 0, 21, 5).prometheusStops(6);

    assertThat(run.why("data", 600, "firing"))
        .containsExactly(
            "Down{team=\"data\"} at 10m: Prometheus is not running, since 6m; it last sent the alert"
                + " at 5m, and Alertmanager resolved it at 9m");
    assertThat(run.why("data", 480, "resolved"))
        .containsExactly(
            "Down{team=\"data\"} at 8m: Prometheus is not running, since 6m; Alertmanager resolves"
                + " the alert at 9m");
  }

  @Test
  void prometheusHasJustStarted() {
    run.alert(OWN, 3, 30, 21).prometheusStops(5).prometheusStarts(8);

    assertThat(run.why("data", 480, "firing"))
        .containsExactly(
            "Down{team=\"data\"} at 8m: Prometheus was started at 8m, and has not evaluated its"
                + " rules since");
    assertThat(run.why("data", 540, "firing"))
        .containsExactly(
            "Down{team=\"data\"} at 9m: still pending, since 3m; it does not fire before the end of"
                + " the run at 20m");
  }

  @Test
  void itHasNotFiredSincePrometheusStopped() {
    run.states(OWN, 0, 0, 6).states(OWN, 9, 30, 12).sent(OWN, 0, 21, 5);
    run.withoutEvaluations(6, 8).prometheusStops(5).prometheusStarts(8);

    assertThat(run.why("data", 630, "firing"))
        .containsExactly(
            "Down{team=\"data\"} at 10m30s: it has not fired since Prometheus was stopped at 5m; still"
                + " pending, since 9m, but inactive again at 12m; it does not fire before the end of"
                + " the run at 20m");
  }

  @Test
  void itFiresAgainBeforeAlertmanagerKnows() {
    run.states(OWN, 0, 0, 21).sent(OWN, 0, 21, 1).sent(OWN, 3, 21, 4).alertmanagerStarts(2);

    assertThat(run.why("data", 150, "resolved"))
        .containsExactly("Down{team=\"data\"} at 2m30s: it still fires, since 0s");
  }

  @Test
  void inhibitedByWhatNoRuleOfTheFileExplains() {
    Labels source = Labels.of("alertname", "Outage");
    run.alert(source, 0, 0, 21)
        .alert(OWN, 0, 0, 21)
        .flushed(GROUP, 30)
        .inhibitedBy(source.with("cluster", "eu").toString());

    assertThat(run.why("data", 30, "firing"))
        .contains("Down{team=\"data\"} at 30s: inhibited by Outage{cluster=\"eu\"}");
  }

  @Test
  void sharesAnAbsentLabelWithWhatInhibitsIt() {
    Labels source = Labels.of("alertname", "Outage");
    run.routes(
            """
            route: {receiver: data}
            inhibit_rules:
            - source_matchers: [alertname="Outage"]
              target_matchers: [alertname="Down"]
              equal: [cluster, shop, floor]
            receivers:
            - {name: data, webhook_configs: [{url: 'http://localhost/'}]}
            """)
        .alert(source, 0, 0, 21)
        .alert(OWN, 0, 0, 21)
        .flushed(GROUP, 30);

    assertThat(run.why("data", 40, "firing"))
        .contains(
            "Down{team=\"data\"} at 40s: inhibited by Outage{cluster=\"eu\"} (rule at"
                + " routes.yml:3:3; neither has shop or floor, which \"equal\" names, and so they"
                + " count as equal) (computed)");
  }

  @Test
  void whatHeldAtTheLastFlushIsOver() {
    ViewedSilence over =
        new ViewedSilence(
            "1",
            "expired",
            List.of(new LabelMatcher("team", Operator.EQUAL, "data")),
            Instant.EPOCH,
            Instant.ofEpochSecond(120),
            "ann",
            "");
    run.alert(OWN, 0, 0, 21).flushed(GROUP, 30, 330).silence(over);

    assertThat(run.why("data", 200, "firing"))
        .containsExactly(
            "Down{team=\"data\"} at 3m20s: silenced by {team=\"data\"} until 2m, \"\" (ann)"
                + " (computed), at the flush at 30s; the next one is due at 5m30s");
  }

  @Test
  void nothingExplainsIt() {
    run.alert(OWN, 0, 0, 21).flushed(GROUP, 30);

    assertThat(run.why("data", 30, "firing"))
        .containsExactly(
            "Down{team=\"data\"} at 30s: not known: the servers report nothing that explains it");
  }

  private static ViewedSilence silence(String id, String state) {
    return new ViewedSilence(
        id,
        state,
        List.of(new LabelMatcher("team", Operator.MATCHES, "da.*")),
        Instant.EPOCH,
        Instant.ofEpochSecond(3600),
        "ann",
        "moving house");
  }
}
