package com.example.queues;

import static io.firedrill.assertions.DrillAssertions.assertThat;

import io.firedrill.drill.Drill;
import io.firedrill.junit.FiredrillTest;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

// snippet: class-drill
@FiredrillTest(rules = "rules/*.rules.yml", alertmanagerConfig = "rules/alertmanager.yml")
@Execution(ExecutionMode.SAME_THREAD)
class MorningTest {

  @BeforeAll
  static void aMorning(Drill drill) {
    drill.series("queue_length{queue=\"orders\"}", "0+2x120 240-2x120");
    drill.runFor(Duration.ofHours(4));
  }

  @Test
  void firesOnce(Drill drill) {
    assertThat(drill.alerts("QueueFull")).firesTimes(1);
  }

  @Test
  void notifiesOnlyTheDataTeam(Drill drill) {
    assertThat(drill).onlyNotified("data-oncall");
  }
}
// end: class-drill
