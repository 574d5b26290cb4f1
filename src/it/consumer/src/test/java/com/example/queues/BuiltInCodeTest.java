package com.example.queues;

import static io.firedrill.assertions.DrillAssertions.assertThat;

import io.firedrill.drill.Drill;
import io.firedrill.junit.FiredrillExtension;
import io.firedrill.model.Generator;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

// snippet: builder
class BuiltInCodeTest {

  @RegisterExtension
  static final FiredrillExtension DRILLS =
      FiredrillExtension.builder()
          .rules("rules/queue.rules.yml")
          .start(Instant.parse("2026-03-02T08:00:00Z"))
          .evaluationInterval(Duration.ofSeconds(30))
          .externalLabels("cluster", "north")
          .build();

  @Test
  void theRuleFires(Drill drill) {
    drill.series("queue_length", Generator.steady(200)).runFor(Duration.ofHours(1));

    assertThat(drill.alerts("QueueFull")).firesFirstAt(Duration.ofMinutes(10));
  }
}
// end: builder
