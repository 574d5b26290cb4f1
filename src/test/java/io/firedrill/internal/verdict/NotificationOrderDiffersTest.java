package io.firedrill.internal.verdict;

import static io.firedrill.internal.verdict.Given.assertText;
import static io.firedrill.internal.verdict.Given.entry;
import static io.firedrill.internal.verdict.Given.expected;
import static io.firedrill.internal.verdict.Given.notified;
import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.scenario.ExpectedNotification;
import io.firedrill.internal.scenario.NotificationOrder;
import org.junit.jupiter.api.Test;

class NotificationOrderDiffersTest {

  private static final ExpectedNotification[] LISTED = {
    expected(31, "", "resolved"), expected(32, "", "firing")
  };

  private final Given given = Given.run();

  @Test
  void anotherOrderFails() {
    given
        .notified(given.webhook("5m", "firing", notified("firing")))
        .notified(given.webhook("9m", "resolved", notified("resolved")));

    assertText(
        NotificationCheck.check(
            entry("data-oncall", NotificationOrder.AS_LISTED, LISTED), given.observed()),
        """
        drill.yaml:30:3: data-oncall: all notifications arrived, but not in the listed order
          the order:
            ~ listed as no. 1 at drill.yaml:31:5, came as no. 2 at 9m
            ~ listed as no. 2 at drill.yaml:32:5, came as no. 1 at 5m
          hint: any_order: true accepts any order
          timeline:
            > 5m  webhook data-oncall  firing  {alertname="Ingestion"}  1 alert
            > 9m  webhook data-oncall  resolved  {alertname="Ingestion"}  1 alert
        """);
  }

  @Test
  void anyOrderPassesWhereTheEntrySaysSo() {
    given
        .notified(given.webhook("5m", "firing", notified("firing")))
        .notified(given.webhook("9m", "resolved", notified("resolved")));

    assertThat(
            NotificationCheck.check(
                entry("data-oncall", NotificationOrder.ANY, LISTED), given.observed()))
        .isEmpty();
  }

  @Test
  void whatArrivesAtOneInstantHasNoOrder() {
    given
        .notified(given.webhook("5m", "firing", notified("firing")))
        .notified(given.webhook("5m", "resolved", notified("resolved")));

    assertThat(
            NotificationCheck.check(
                entry("data-oncall", NotificationOrder.AS_LISTED, LISTED), given.observed()))
        .isEmpty();
  }
}
