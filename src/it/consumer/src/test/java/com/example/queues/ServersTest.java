package com.example.queues;

import static io.firedrill.assertions.DrillAssertions.assertThat;

import io.firedrill.drill.Drill;
import io.firedrill.junit.FiredrillTest;
import io.firedrill.junit.ServerMatrix;
import io.firedrill.model.Generator;
import java.time.Duration;
import org.junit.jupiter.api.Test;

// snippet: matrix
@FiredrillTest(rules = "rules/queue.rules.yml")
@ServerMatrix(prometheus = {"3.5.3", "3.5"})
class ServersTest {

  @Test
  void theRuleFires(Drill drill) {
    drill.series("queue_length", Generator.steady(200)).runFor(Duration.ofHours(1));

    assertThat(drill.alerts("QueueFull")).isFiring();
  }
}
// end: matrix
