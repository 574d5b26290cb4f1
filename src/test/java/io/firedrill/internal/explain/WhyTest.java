package io.firedrill.internal.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.model.Labels;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What rules and routes explain, with an Alertmanager that has all alerts that fire. */
class WhyTest {

  /** The group of the route to data, which is grouped by nothing. */
  private static final String DATA = "{}/{team=\"data\"}:{}";

  private static final Labels DOWN = Labels.of("alertname", "Down", "team", "data");

  @TempDir private Path directory;

  private GivenRun run;

  @BeforeEach
  void routes() {
    run =
        new GivenRun(directory)
            .routes(
                """
                route:
                  receiver: all
                  group_wait: 30s
                  group_interval: 5m
                  repeat_interval: 12m
                  routes:
                  - receiver: data
                    matchers: [team="data"]
                  - receiver: late
                    matchers: [alertname="Down"]
                  - receiver: web
                    matchers: [team="web"]
                    routes:
                    - {receiver: night, matchers: [shift="night"]}
                receivers:
                - {name: all, webhook_configs: [{url: 'http://localhost/'}]}
                - {name: data, webhook_configs: [{url: 'http://localhost/'}]}
                - {name: late, webhook_configs: [{url: 'http://localhost/'}]}
                - {name: web, webhook_configs: [{url: 'http://localhost/'}]}
                - {name: night, webhook_configs: [{url: 'http://localhost/'}]}
                - {name: quiet, webhook_configs: [{url: 'http://localhost/', send_resolved: false}]}
                """);
  }

  @Test
  void itIsPending() {
    run.alert(DOWN, 1, 5, 8);

    assertThat(run.why("data", 120, "firing"))
        .containsExactly("Down{team=\"data\"} at 2m: still pending, since 1m; it fires at 5m");
  }

  @Test
  void itIsNotEvenPending() {
    run.alert(DOWN, 3, 30, 10);

    assertThat(run.why("data", 60, "firing"))
        .containsExactly(
            "Down{team=\"data\"} at 1m: not pending; it does not fire before the end of the run at 20m");
  }

  @Test
  void itHasEnded() {
    run.alert(DOWN, 1, 1, 4);

    assertThat(run.why("data", 300, "firing"))
        .containsExactly("Down{team=\"data\"} at 5m: it has not fired since 4m");
  }

  @Test
  void theGroupWaits() {
    run.alert(DOWN, 1, 1, 12).flushed(DATA, 90).notified("data", 90, "firing", DOWN);

    assertThat(run.why("data", 70, "firing"))
        .containsExactly(
            "Down{team=\"data\"} at 1m10s: the group waits for group_wait (30s): due at 1m30s");
  }

  @Test
  void itWaitsForTheNextFlush() {
    Labels late = Labels.of("alertname", "Late", "team", "data");
    run.alert(DOWN, 1, 1, 12)
        .alert(late, 4, 4, 12)
        .flushed(DATA, 90, 390)
        .notified("data", 90, "firing", DOWN)
        .notified("data", 390, "firing", late);

    assertThat(run.why("data", 300, "firing"))
        .contains(
            "Late{team=\"data\"} at 5m: it waits for the next flush of the group (group_interval 5m): due at 6m30s");
  }

  @Test
  void whatIsDueIsAfterTheEnd() {
    run.alert(DOWN, 1, 1, 21)
        .alert(Labels.of("alertname", "Late", "team", "data"), 18, 18, 21)
        .flushed(DATA, 90, 390, 690, 990);

    assertThat(run.why("data", 1170, "firing"))
        .contains(
            "Late{team=\"data\"} at 19m30s: it waits for the next flush of the group (group_interval 5m): due at 21m30s, after the end of the run at 20m");
  }

  @Test
  void itWasToldAndTheRepeatIsDue() {
    run.alert(DOWN, 1, 1, 21).notified("data", 90, "firing", DOWN);
    run.flushed(DATA, 90, 390, 690, 990);

    assertThat(run.why("data", 400, "firing"))
        .containsExactly(
            "Down{team=\"data\"} at 6m40s: sent at 1m30s, nothing has changed since, and the repeat"
                + " (repeat_interval 12m) is due at 16m30s");
    assertThat(run.why("data", 90, "firing"))
        .containsExactly("Down{team=\"data\"} at 1m30s: already sent at this time");
  }

  @Test
  void itResolvesBeforeTheRepeat() {
    run.alert(DOWN, 1, 1, 12).notified("data", 90, "firing", DOWN).flushed(DATA, 90, 390, 690, 990);

    assertThat(run.why("data", 400, "firing"))
        .containsExactly(
            "Down{team=\"data\"} at 6m40s: sent at 1m30s, nothing has changed since, and the repeat"
                + " (repeat_interval 12m) would be due at 16m30s, but the alert has resolved by then");
  }

  @Test
  void anotherRouteTookIt() {
    run.alert(DOWN, 1, 1, 12);

    assertThat(run.why("late", 90, "firing"))
        .containsExactly(
            "Down{team=\"data\"} at 1m30s: it went to receiver \"data\" by the route"
                + " {team=\"data\"} at routes.yml:7:5; the route to \"late\" at routes.yml:9:5"
                + " comes after the one at routes.yml:7:5, which takes it");
    assertThat(run.why("night", 90, "firing"))
        .containsExactly(
            "Down{team=\"data\"} at 1m30s: it went to receiver \"data\" by the route"
                + " {team=\"data\"} at routes.yml:7:5; the route to \"night\" at routes.yml:14:7:"
                + " its parent at routes.yml:11:5 requires team=\"web\", and the alert has"
                + " {team=\"data\"}");
    assertThat(run.why("quiet", 90, "firing"))
        .containsExactly(
            "Down{team=\"data\"} at 1m30s: it went to receiver \"data\" by the route"
                + " {team=\"data\"} at routes.yml:7:5; no route leads to receiver \"quiet\"");
  }

  @Test
  void theRootTookIt() {
    run.alert(Labels.of("alertname", "Full"), 1, 1, 12);

    assertThat(run.why("data", 90, "firing"))
        .containsExactly(
            "Full at 1m30s: no route matched, and the root took it for receiver \"all\""
                + " (routes.yml:2:3); the route to \"data\" at routes.yml:7:5 requires team=\"data\","
                + " and the alert has no team");
  }

  @Test
  void theEndIsNotToldWhileItFires() {
    run.alert(DOWN, 1, 1, 12);

    assertThat(run.why("data", 300, "resolved"))
        .containsExactly("Down{team=\"data\"} at 5m: it still fires, since 1m");
  }

  @Test
  void theEndWaitsForItsLook() {
    run.alert(DOWN, 1, 1, 4)
        .notified("data", 90, "firing", DOWN)
        .notified("data", 390, "resolved", DOWN)
        .flushed(DATA, 90, 390);

    assertThat(run.why("data", 300, "resolved"))
        .containsExactly(
            "Down{team=\"data\"} at 5m: it waits for the next flush of the group (group_interval"
                + " 5m): due at 6m30s");
  }

  @Test
  void theEndWasToldBefore() {
    run.alert(DOWN, 1, 1, 4)
        .notified("data", 90, "firing", DOWN)
        .notified("data", 390, "resolved", DOWN)
        .flushed(DATA, 90, 390);

    assertThat(run.why("data", 420, "resolved"))
        .containsExactly("Down{team=\"data\"} at 7m: it resolved at 4m, which was sent at 6m30s");
  }

  @Test
  void theEndIsNoConcernOfTheReceiver() {
    run.routes(
            """
            route: {receiver: quiet}
            receivers:
            - name: quiet
              webhook_configs: [{url: 'http://localhost/', send_resolved: false}]
            """)
        .alert(DOWN, 1, 1, 4)
        .notified("quiet", 90, "firing", DOWN)
        .flushed("{}:{}", 90, 390);

    assertThat(run.why("quiet", 420, "resolved"))
        .containsExactly(
            "Down{team=\"data\"} at 7m: the webhook at routes.yml:4:21 has send_resolved: false");
  }

  @Test
  void manyAlertsAreCutShort() {
    for (int i = 0; i < 7; i++) {
      run.alert(DOWN.with("job", "j" + i), 1, 5, 8);
    }

    assertThat(run.why("data", 120, "firing"))
        .hasSize(6)
        .startsWith(
            "Down{job=\"j0\", team=\"data\"} at 2m: still pending, since 1m; it fires at 5m")
        .endsWith("and 2 more alerts");
  }
}
