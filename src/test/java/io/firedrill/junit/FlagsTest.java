package io.firedrill.junit;

import static io.firedrill.assertions.DrillAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.drill.Drill;
import io.firedrill.model.Generator;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EngineExecutionResults;

class FlagsTest {

  private static final String JOB = "pipeline_job_success_status{pipeline=\"ingestion\"}";

  @TempDir private Path output;

  @FiredrillTest(
      rules = "rules/ingestion.yml",
      prometheusFlags = {"query.lookback-delta=61m", "web.enable-admin-api"})
  static class Annotated {

    @Test
    void seesASampleOfEachHour(Drill drill) {
      firesAllTheTime(drill);
    }
  }

  static class Built {

    @RegisterExtension
    static final FiredrillExtension DRILLS =
        FiredrillExtension.builder()
            .rules("rules/ingestion.yml")
            .prometheusFlag("query.lookback-delta", "61m")
            .prometheusFlag("storage.tsdb.wal-compression", "false")
            .build();

    @Test
    void seesASampleOfEachHour(Drill drill) {
      firesAllTheTime(drill);
    }
  }

  @FiredrillTest(rules = "rules/ingestion.yml", prometheusFlags = "query.lookback-detla=61m")
  static class Misspelt {

    @Test
    void starts(Drill drill) {
      drill.step();
    }
  }

  private static void firesAllTheTime(Drill drill) {
    drill.sampleEvery(Duration.ofHours(1)).series(JOB, Generator.steady(0));
    drill.runFor(Duration.ofHours(3));
    assertThat(drill.alerts("DataIngestionFailed"))
        .isFiringBetween(Duration.ofMinutes(15), Duration.ofHours(3));
  }

  @Test
  void areThoseOfTheAnnotationOrTheBuilder() {
    EngineExecutionResults results = Kit.keepingIn(output).run(Annotated.class, Built.class);

    assertThat(Kit.failures(results)).isEmpty();
    assertThat(Kit.passed(results)).hasSize(2);
  }

  @Test
  void areRefusedInTheServersWords() {
    EngineExecutionResults results = Kit.keepingIn(output).run(Misspelt.class);

    assertThat(Kit.failures(results))
        .singleElement()
        .satisfies(
            failure ->
                assertThat(failure)
                    .hasMessage(
                        "Prometheus says: unknown long flag '--query.lookback-detla'; did you mean"
                            + " \"query.lookback-delta\"?"));
  }
}
