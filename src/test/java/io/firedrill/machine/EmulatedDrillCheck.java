package io.firedrill.machine;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.result.ResultJson;
import io.firedrill.internal.result.SuiteResult;
import io.firedrill.internal.rig.RigFactory;
import io.firedrill.internal.rig.RigPool;
import io.firedrill.internal.rig.process.TestPairs;
import io.firedrill.internal.suite.TestRuns;
import io.firedrill.internal.verdict.ScenarioResult;
import io.firedrill.internal.verdict.TimelineText;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Drills on linux-arm64. Not part of the build's tests: {@code .ci/arm64} runs it. */
class EmulatedDrillCheck {

  @TempDir Path logs;

  @Test
  void hasTheSameTimelineAsThisMachine() {
    ScenarioResult here = TestRuns.run(TestPairs.newest(), TestRuns.FAILED_INGESTION, logs);
    assertThat(here.timeline().notifications()).isNotEmpty();
    try (RigFactory rigs = RigPool.of(MachinePlace::open)) {
      System.out.println(rigs.description());
      Instant start = Instant.now();
      ScenarioResult there = TestRuns.run(rigs, TestRuns.FAILED_INGESTION, logs);
      System.out.printf(
          "%s in %.1f s of wall-clock time%n",
          Duration.between(there.timeline().start(), there.timeline().end()),
          Duration.between(start, Instant.now()).toMillis() / 1000.0);

      assertThat(there.error()).isEmpty();
      assertThat(there.failures()).isEmpty();
      assertThat(TimelineText.lines(there.timeline()))
          .isEqualTo(TimelineText.lines(here.timeline()));
      assertThat(ResultJson.stable(SuiteResult.of("", List.of(there))))
          .isEqualTo(ResultJson.stable(SuiteResult.of("", List.of(here))));
    }
  }
}
