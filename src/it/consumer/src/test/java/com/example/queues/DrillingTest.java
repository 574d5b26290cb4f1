package com.example.queues;

import static io.firedrill.assertions.DrillAssertions.assertThat;
import static io.firedrill.assertions.DrillAssertions.duration;
import static io.firedrill.assertions.DrillAssertions.notification;

import io.firedrill.drill.Drill;
import io.firedrill.drill.DrillCondition;
import io.firedrill.junit.FiredrillTest;
import io.firedrill.model.Generator;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@FiredrillTest(
    rules = "rules/*.rules.yml",
    alertmanagerConfig = "rules/alertmanager.yml",
    start = "2026-03-02T08:00:00Z")
class DrillingTest {

  private static final String QUEUE = "queue_length{queue=\"orders\"}";

  // snippet: stepping
  @Test
  void aQueueThatIsEmptiedInTimePagesNobody(Drill drill) {
    for (int jobs = 0; jobs <= 150; jobs += 10) {
      drill.sample(QUEUE, jobs).step();
    }
    assertThat(drill.alerts("QueueFull")).isPending();

    drill.series(QUEUE, Generator.steady(0)).runFor(Duration.ofHours(1));

    assertThat(drill.alerts("QueueFull", "queue", "orders")).neverFires();
    assertThat(drill).nobodyNotified();
  }

  // end: stepping

  // snippet: until
  @Test
  void aResolvedNotificationFollows(Drill drill) {
    drill.series(QUEUE, Generator.steady(200));
    drill.runUntil(DrillCondition.firing("QueueFull"), Duration.ofHours(1));
    drill.runUntil(DrillCondition.notified("data-oncall", 1), Duration.ofMinutes(5));

    drill.series(QUEUE, Generator.steady(0));
    drill.runUntil(DrillCondition.notified("data-oncall", 2), Duration.ofHours(1));

    assertThat(drill.receiver("data-oncall"))
        .received(notification().firing(), notification().resolved());
  }

  // end: until

  // snippet: query
  @Test
  void ruleAndRecordingAgree(Drill drill) {
    drill.series(QUEUE, "0+10x30").series("queue_length{queue=\"mails\"}", "50x30");

    drill.at(Duration.ofMinutes(12), d -> assertThat(d.alerts("QueueFull")).isPending());
    drill.runFor(Duration.ofMinutes(30));

    assertThat(drill.query("queue:jobs:sum")).hasValue(350);
  }

  // end: query

  // snippet: nested
  @Nested
  @FiredrillTest(start = "2026-03-07T08:00:00Z") // a Saturday
  class AtTheWeekend {

    @Test
    void nobodyIsPaged(Drill drill) {
      drill.series(QUEUE, Generator.steady(200)).runFor(Duration.ofHours(8));

      assertThat(drill.alerts("QueueFull")).isFiring();
      assertThat(drill).nobodyNotified();
    }
  }

  // end: nested

  // snippet: values
  @ParameterizedTest
  @CsvSource({"100, 0", "101, 1", "1e6, 1"})
  void pagesBeyondTheThreshold(double jobs, int pages, Drill drill) {
    drill.series(QUEUE, Generator.steady(jobs)).runFor(Duration.ofHours(1));

    assertThat(drill.receiver("data-oncall")).receivedTimes(pages);
  }

  // end: values

  // snippet: starts
  @ParameterizedTest
  @ValueSource(strings = {"2026-03-29T00:45:00Z", "2028-02-28T23:50:00Z", "2026-12-31T23:55:00Z"})
  void firesAtAnyTime(Instant start, Drill drill) {
    drill.startAt(start).series(QUEUE, Generator.steady(200));

    drill.runFor(Duration.ofHours(1));

    assertThat(drill.alerts("QueueFull")).firesFirstAt(Duration.ofMinutes(10));
  }
  // end: starts
}
