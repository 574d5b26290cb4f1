package io.firedrill.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.drill.Drill;
import io.firedrill.model.Generator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EngineExecutionResults;

class FiredrillTestTest {

  private static final String JOB = "pipeline_job_success_status{pipeline=\"ingestion\"}";

  @TempDir private Path output;

  @FiredrillTest(
      rules = "rules/ingestion.yml",
      alertmanagerConfig = "rules/ingestion-routes.yml",
      start = "2026-03-02T08:00:00Z")
  static class Green {

    private final List<Drill> seen = new ArrayList<>();

    Green(Drill drill) {
      seen.add(drill);
    }

    @BeforeEach
    void before(Drill drill) {
      seen.add(drill);
      drill.series(JOB, Generator.steady(0));
    }

    @Test
    void pages(Drill drill) {
      assertThat(seen).hasSize(2).containsOnly(drill);
      drill.runFor(Duration.ofMinutes(20));

      assertThat(drill.start()).isEqualTo(Instant.parse("2026-03-02T08:00:00Z"));
      assertThat(drill.receiver("data-oncall").notifications()).hasSize(1);
    }

    @Test
    void isQuietAtFirst(Drill drill) {
      drill.runFor(Duration.ofMinutes(5));
      assertThat(drill.receiver("data-oncall").notifications()).isEmpty();
    }
  }

  @FiredrillTest(rules = "rules/ingestion.yml")
  static class Red {

    @Test
    void fails(Drill drill) {
      drill.series(JOB, Generator.steady(0)).runFor(Duration.ofMinutes(20));
      throw new AssertionError("not as expected");
    }
  }

  @Test
  void givesEachTestADrillOfItsOwn() {
    EngineExecutionResults results = Kit.keepingIn(output).run(Green.class);

    assertThat(Kit.failures(results)).isEmpty();
    assertThat(Kit.passed(results))
        .containsExactlyInAnyOrder("pages(Drill)", "isQuietAtFirst(Drill)");
    assertThat(output).isEmptyDirectory();
  }

  @Test
  void keepsTheTimelineOfAFailedTest() throws Exception {
    EngineExecutionResults results = Kit.keepingIn(output).run(Red.class);

    Path kept = output.resolve(Red.class.getName()).resolve("fails");
    assertThat(Kit.failures(results))
        .singleElement()
        .satisfies(
            failure -> {
              assertThat(failure).isExactlyInstanceOf(AssertionError.class);
              assertThat(failure).hasMessage("not as expected");
              assertThat(failure.getSuppressed()[0])
                  .hasToString("the timeline and the servers' logs are in " + kept);
            });
    assertThat(Files.readAllLines(kept.resolve("timeline.txt")))
        .containsExactly(
            "0s  DataIngestionFailed{pipeline=\"ingestion\", severity=\"critical\","
                + " team=\"data\"}  inactive -> pending",
            "15m  DataIngestionFailed{pipeline=\"ingestion\", severity=\"critical\","
                + " team=\"data\"}  pending -> firing");
    assertThat(kept.resolve("prometheus.log")).isNotEmptyFile();
  }
}
