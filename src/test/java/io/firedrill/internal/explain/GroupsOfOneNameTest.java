package io.firedrill.internal.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.model.Labels;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Routes with the same matchers: Alertmanager's log has one name for their groups. */
class GroupsOfOneNameTest {

  private static final String GROUP = "{}/{team=\"data\"}:{}";

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
                  routes:
                  - {receiver: quick, matchers: [team="data"], repeat_interval: 3m, continue: true}
                  - {receiver: slow, matchers: [team="data"], repeat_interval: 4h, continue: true}
                  - receiver: third
                    matchers: [team="data"]
                    group_wait: 1m
                    group_interval: 7m
                    repeat_interval: 3h
                receivers:
                - {name: all}
                - {name: quick, webhook_configs: [{url: 'http://localhost/'}]}
                - {name: slow, webhook_configs: [{url: 'http://localhost/'}]}
                - {name: third, webhook_configs: [{url: 'http://localhost/'}]}
                """)
            .alert(DOWN, 0, 0, 21)
            .flushed(GROUP, 30, 30, 60, 330, 330, 480, 630, 630, 900, 930, 930)
            .notified("quick", 30, "firing", DOWN)
            .notified("slow", 30, "firing", DOWN)
            .notified("third", 60, "firing", DOWN)
            .notified("quick", 330, "firing", DOWN)
            .notified("quick", 630, "firing", DOWN)
            .notified("quick", 930, "firing", DOWN);
  }

  @Test
  void eachRouteHasItsOwnRepeatInterval() {
    assertThat(run.why("slow", 640, "firing"))
        .containsExactly(
            "Down{team=\"data\"} at 10m40s: sent at 30s, nothing has changed since, and the repeat"
                + " (repeat_interval 4h) is due at 4h5m30s, after the end of the run at 20m");
    assertThat(run.why("quick", 640, "firing"))
        .containsExactly(
            "Down{team=\"data\"} at 10m40s: sent at 10m30s, nothing has changed since, and the"
                + " repeat (repeat_interval 3m) is due at 15m30s");
  }

  @Test
  void eachRouteHasItsOwnFlushes() {
    assertThat(run.why("third", 45, "firing"))
        .containsExactly(
            "Down{team=\"data\"} at 45s: the group waits for group_wait (1m): due at 1m");
    assertThat(run.why("third", 910, "firing"))
        .containsExactly(
            "Down{team=\"data\"} at 15m10s: sent at 1m, nothing has changed since, and the repeat"
                + " (repeat_interval 3h) is due at 3h3m, after the end of the run at 20m");
  }
}
