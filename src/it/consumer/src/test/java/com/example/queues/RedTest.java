package com.example.queues;

import static io.firedrill.assertions.DrillAssertions.assertThat;

import io.firedrill.drill.Drill;
import io.firedrill.junit.FiredrillTest;
import io.firedrill.model.Generator;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Fails, so that the build can check the output of a failure. */
@Tag("red")
@FiredrillTest(rules = "rules/queue.rules.yml", start = "2026-03-02T08:00:00Z")
class RedTest {

  @Test
  void expectsTooMuch(Drill drill) {
    drill.series("queue_length", Generator.steady(200)).runFor(Duration.ofHours(1));

    assertThat(drill.alerts("QueueFull")).firesFirstAt(Duration.ofMinutes(5));
  }
}
