package io.firedrill.junit;

import static io.firedrill.assertions.DrillAssertions.assertThat;

import io.firedrill.drill.Drill;
import io.firedrill.internal.rig.process.TestPairs;
import io.firedrill.model.Generator;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The duration of drills in tests, including JUnit and assertions. */
@Tag("bench")
class DrillBenchmark {

  private static final int DRILLS = 100;

  @TempDir private Path output;

  @FiredrillTest(
      rules = "rules/ingestion.yml",
      alertmanagerConfig = "rules/ingestion-routes.yml",
      start = "2026-03-02T08:00:00Z")
  static class AnHour {

    @RepeatedTest(DRILLS)
    void pages(Drill drill) {
      drill.series("pipeline_job_success_status{pipeline=\"ingestion\"}", Generator.steady(0));
      drill.runFor(Duration.ofHours(1));
      assertThat(drill.receiver("data-oncall")).receivedTimes(1);
    }
  }

  @Test
  void oneByOneAndTwoAtATime() {
    System.out.println("servers: " + TestPairs.newest().description());
    // The first round also loads classes and warms up the JVM, as in a project's own build.
    long first = millis(Kit.keepingIn(output));
    long sequential = millis(Kit.keepingIn(output));
    long parallel = millis(Kit.keepingIn(output).parallel(2));
    System.out.printf(
        "%d drills of 1 h in one JVM: first round %.1f s, %d ms each; again %.1f s, %d ms each;"
            + " two at a time %.1f s, %d ms each%n",
        DRILLS,
        first / 1e3,
        first / DRILLS,
        sequential / 1e3,
        sequential / DRILLS,
        parallel / 1e3,
        parallel / DRILLS);
  }

  private static long millis(Kit kit) {
    long begin = System.nanoTime();
    assertThat(Kit.passed(kit.run(AnHour.class))).hasSize(DRILLS);
    return (System.nanoTime() - begin) / 1_000_000;
  }
}
