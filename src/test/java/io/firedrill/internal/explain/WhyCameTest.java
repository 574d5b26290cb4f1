package io.firedrill.internal.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.model.Labels;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WhyCameTest {

  private static final String GROUP = "{}:{}";
  private static final Labels DOWN = Labels.of("alertname", "Down");
  private static final Labels SLOW = Labels.of("alertname", "Slow");

  @TempDir private Path directory;

  private GivenRun run;

  @BeforeEach
  void routes() {
    run =
        new GivenRun(directory)
            .routes(
                """
                route: {receiver: data, group_wait: 30s, group_interval: 5m, repeat_interval: 4m}
                receivers:
                - {name: data, webhook_configs: [{url: 'http://localhost/'}]}
                """);
  }

  @Test
  void itIsTheFirst() {
    run.alert(DOWN, 0, 1, 21).flushed(GROUP, 90).notified("data", 90, "firing", DOWN);

    assertThat(run.whyCame())
        .containsExactly(
            "flush 1 of the group (group_wait 30s): the first notification of the group (computed)",
            "Down: fires since 1m");
  }

  /** Such as after a restart of Alertmanager. */
  @Test
  void aGroupOfOldAlertsDoesNotWait() {
    run.alert(DOWN, 0, 0, 21).alertmanagerStarts(5).flushed(GROUP, 360);
    run.notified("data", 360, "firing", DOWN);

    assertThat(run.whyCame())
        .containsExactly(
            "flush 1 of the group (at once, because an alert is older than group_wait 30s): the"
                + " first notification of the group (computed)",
            "Down: fires since 0s");
  }

  @Test
  void anAlertIsNew() {
    run.alert(DOWN, 0, 0, 21)
        .alert(SLOW, 0, 3, 21)
        .flushed(GROUP, 30, 330)
        .notified("data", 30, "firing", DOWN)
        .notified("data", 330, "firing", SLOW);

    assertThat(run.whyCame())
        .containsExactly(
            "flush 2 of the group (group_interval 5m): alerts are new since the notification at 30s"
                + " (computed)",
            "Slow: fires since 3m");
  }

  @Test
  void itRepeats() {
    run.alert(DOWN, 0, 0, 21)
        .flushed(GROUP, 30, 330)
        .notified("data", 30, "firing", DOWN)
        .notified("data", 330, "firing", DOWN);

    assertThat(run.whyCame())
        .containsExactly(
            "flush 2 of the group (group_interval 5m): nothing has changed since the notification"
                + " at 30s, and repeat_interval 4m has passed (computed)");
  }

  @Test
  void prometheusFellSilent() {
    run.states(DOWN, 0, 0, 21)
        .sent(DOWN, 0, 21, 4)
        .prometheusStops(5)
        .flushed(GROUP, 30, 330, 630)
        .notified("data", 30, "firing", DOWN)
        .notified("data", 630, "resolved", DOWN);

    assertThat(run.whyCame())
        .containsExactly(
            "flush 3 of the group (group_interval 5m): all alerts of the group have resolved"
                + " (computed)",
            "Down: resolved at 8m: Prometheus last sent it at 4m, with this end, and was not running"
                + " from 5m on; resolve_timeout does not apply, because Prometheus sends an end");
  }

  @Test
  void alertmanagerSaysWhy() {
    run.alert(DOWN, 0, 0, 21)
        .flushed(GROUP, 30)
        .notified("data", 30, "firing", DOWN)
        .recorded(
            """
            {"@timestamp":"1970-01-01T00:00:30Z","data":{"notification":{"alerts":[],"groupInfo":{"groupKey":"{}:{}","receiverName":"data"},"reason":"NOTIFY_REASON_FIRST_NOTIFICATION","flushId":"7","integration":{"name":"webhook"}}}}
            """);

    assertThat(run.whyCame())
        .containsExactly(
            "flush 7 of the group (group_wait 30s): the first notification of the group",
            "Down: fires since 0s");
  }

  @Test
  void noFlushIsKnown() {
    run.alert(DOWN, 0, 0, 21).notified("data", 30, "firing", DOWN);

    assertThat(run.whyCame()).isEmpty();
  }
}
