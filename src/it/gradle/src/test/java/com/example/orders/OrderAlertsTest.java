package com.example.orders;

import static io.firedrill.assertions.DrillAssertions.assertThat;
import static io.firedrill.assertions.DrillAssertions.duration;
import static io.firedrill.assertions.DrillAssertions.notification;

import io.firedrill.drill.Drill;
import io.firedrill.junit.FiredrillTest;
import io.firedrill.model.Generator;
import org.junit.jupiter.api.Test;

@FiredrillTest(
    rules = "rules/orders.rules.yml",
    alertmanagerConfig = "rules/alertmanager.yml",
    start = "2026-03-02T08:00:00Z")
class OrderAlertsTest {

  @Test
  void lostOrdersReachTheShop(Drill drill) {
    drill.series("orders_failed_total{shop=\"north\"}", Generator.ramp(0, 600, duration("1h")));

    drill.runFor(duration("1h"));

    assertThat(drill.receiver("shop").by("email"))
        .contains(notification().at("11m30s").firing().text("north loses orders: firing"));
  }
}
