package io.firedrill.internal.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.alertmanager.DispatchLog.Failure;
import io.firedrill.internal.alertmanager.DispatchLog.Flush;
import io.firedrill.internal.alertmanager.DispatchLog.Retry;
import io.firedrill.model.Labels;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Lines are as Alertmanager 0.25, 0.28 and 0.33 write them. */
class DispatchLogTest {

  @Test
  void readsFlushesOfAllVersions() {
    DispatchLog log =
        DispatchLog.read(
            """
            ts=1970-01-01T00:00:10.000Z caller=dispatch.go:515 level=debug component=dispatcher aggrGroup="{}:{alertname=\\"A\\"}" msg=flushing alerts=[A[d2c6efc][active]]
            time=1970-01-01T00:00:20.000Z level=DEBUG source=dispatch.go:811 msg=flushing component=dispatcher aggrGroup="{}/{team=\\"data\\"}:{path=\\"C:\\\\\\\\x\\"}" numAlerts=1 alerts="A: 1"
            panic: something else
            """,
            at(0));

    assertThat(log.flushes())
        .containsExactly(
            new Flush(1, at(10), "{}:{alertname=\"A\"}"),
            new Flush(2, at(20), "{}/{team=\"data\"}:{path=\"C:\\\\x\"}"));
  }

  @Test
  void readsBoots() {
    assertThat(
            DispatchLog.read(
                    """
                    time=2000-01-01T00:00:00.000Z level=INFO msg="Starting Alertmanager" version=x
                    time=1970-01-01T00:00:03.000Z level=INFO msg="Starting Alertmanager" version=x
                    """,
                    at(1))
                .boots())
        .containsExactly(at(1), at(3));
  }

  @Test
  void readsNotificationsThatFailed() {
    DispatchLog log =
        DispatchLog.read(
            """
            ts=1970-01-01T00:00:10.000Z caller=dispatch.go:352 level=error component=dispatcher msg="Notify for alerts failed" num_alerts=1 err="a/b/pagerduty[0]: notify retry canceled due to unrecoverable error after 1 attempts: template: \\"x\\" not defined; a/b/slack[1]: notify retry canceled after 3 attempts: HTTP; really"
            time=1970-01-01T00:00:20.000Z level=ERROR msg="Notify for alerts failed" component=dispatcher aggrGroup="{}:{}" num_alerts=1 err="c/jira[0]: notify retry canceled due to unrecoverable error after 1 attempts: one\\nc/jira[1]: notify retry canceled due to unrecoverable error after 1 attempts: two"
            time=1970-01-01T00:00:30.000Z level=WARN msg="Notify attempt failed, will retry later" component=dispatcher receiver=c integration=webhook[0] aggrGroup="{}:{}" attempts=2 err="Post \\"http://127.0.0.1:4711/c/webhook/0\\": EOF"
            """,
            at(0));

    assertThat(log.failures())
        .containsExactly(
            failed(
                1, 10, Optional.empty(), "a/b", "pagerduty", 0, 1, "template: \"x\" not defined"),
            failed(1, 10, Optional.empty(), "a/b", "slack", 1, 3, "HTTP; really"),
            failed(2, 20, Optional.of("{}:{}"), "c", "jira", 0, 1, "one"),
            failed(2, 20, Optional.of("{}:{}"), "c", "jira", 1, 1, "two"),
            new Failure(
                3,
                at(30),
                Optional.of("{}:{}"),
                "c",
                "webhook",
                0,
                2,
                "Post \"the receiver\": EOF",
                Retry.LATER));
  }

  @Test
  void knowsWhatCameAfterAFlushAtTheSameInstant() {
    Labels before = Labels.of("alertname", "PoolCold");
    Labels after = Labels.of("alertname", "BoilerOff");
    DispatchLog log =
        DispatchLog.read(
            """
            ts=1970-01-01T00:00:10.000Z level=debug msg="Received alert" alert=PoolCold[254a974][active]
            ts=1970-01-01T00:00:10.000Z level=debug aggrGroup="{}:{}" msg=flushing alerts=[]
            ts=1970-01-01T00:00:10.000Z level=debug msg="Received alert" alert=BoilerOff[10cc2c3][resolved]
            ts=1970-01-01T00:00:11.000Z level=debug msg="Received alert" alert=PoolCold[254a974][active]
            """,
            at(0));

    assertThat(log.arrivedAfter(log.flushes().get(0), before)).isFalse();
    assertThat(log.arrivedAfter(log.flushes().get(0), after)).isTrue();
  }

  private static Failure failed(
      int line,
      int second,
      Optional<String> key,
      String receiver,
      String integration,
      int index,
      int attempts,
      String reason) {
    return new Failure(
        line, at(second), key, receiver, integration, index, attempts, reason, Retry.NEVER);
  }

  private static Instant at(int second) {
    return Instant.ofEpochSecond(second);
  }
}
