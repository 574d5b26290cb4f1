// snippet: first-test
package com.example.queues;

import static io.firedrill.assertions.DrillAssertions.assertThat;
import static io.firedrill.assertions.DrillAssertions.duration;
import static io.firedrill.assertions.DrillAssertions.notification;

import io.firedrill.drill.Drill;
import io.firedrill.junit.FiredrillTest;
import io.firedrill.model.Generator;
import org.junit.jupiter.api.Test;

@FiredrillTest(
    rules = "rules/queue.rules.yml",
    alertmanagerConfig = "rules/alertmanager.yml",
    start = "2026-03-02T08:00:00Z")
class QueueAlertsTest {

  @Test
  void aFullQueuePagesTheDataTeam(Drill drill) {
    drill.series("queue_length{queue=\"orders\"}", Generator.steady(200));

    drill.runFor(duration("12h"));

    assertThat(drill.alerts("QueueFull")).firesFirstAt(duration("10m"));
    assertThat(drill.receiver("data-oncall"))
        .contains(notification().at("10m30s").firing().alert("QueueFull", "queue", "orders"))
        .receivedTimes(3);
    assertThat(drill.receiver("everybody")).receivedNothing();
  }
}
// end: first-test
