package io.firedrill.junit;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.drill.Drill;
import io.firedrill.model.Generator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** The output of failed tests, and the causes of failures. */
class KeptOutputTest {

  @TempDir private Path output;

  @FiredrillTest(
      rules = "rules/ingestion.yml",
      alertmanagerConfig = "rules/ingestion-routes.yml",
      start = "2026-03-02T08:00:00Z")
  static class Red {

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void parameterized(int value, Drill drill) {
      drill.series("pipeline_job_success_status", Generator.steady(value)).step();
      assertThat(value).isEqualTo(1);
    }

    @Nested
    class Inner {
      @Test
      void overloaded(Drill drill) {
        drill.step();
      }

      @Test
      void overloaded(Drill drill, org.junit.jupiter.api.TestInfo info) {
        drill.step();
      }

      @AfterEach
      void after() {
        throw new IllegalStateException("in an after method");
      }
    }

    @Test
    void beforeAnythingRuns(Drill drill) {
      throw new AssertionError("no servers yet");
    }

    @Test
    void aborted(Drill drill) {
      drill.step();
      Assumptions.abort("not today");
    }
  }

  @FiredrillTest(rules = "classpath:io/firedrill/junit/failing.yml")
  static class FailedRule {

    @Test
    void isNotNoticedOtherwise(Drill drill) {
      drill.series("a{x=\"1\"}", "1").series("a{x=\"2\"}", "1").series("b", "1").step();
    }
  }

  @FiredrillTest(rules = "classpath:io/firedrill/junit/failing.yml")
  static class FailedRuleOfAClass {

    @BeforeAll
    static void run(Drill drill) {
      drill.series("a{x=\"1\"}", "1").series("a{x=\"2\"}", "1").series("b", "1");
      drill.runFor(Duration.ofMinutes(1));
    }

    @Test
    void passes(Drill drill) {
      throw new AssertionError("twice");
    }

    @Test
    void green() {}
  }

  @Test
  void existsOnlyForFailedTests() throws IOException {
    EngineExecutionResults results = Kit.keepingIn(output).run(Red.class);

    assertThat(Kit.failures(results)).hasSize(4);
    assertThat(kept())
        .containsExactlyInAnyOrder(
            "KeptOutputTest$Red/parameterized-1",
            "KeptOutputTest$Red$Inner/overloaded-Drill",
            "KeptOutputTest$Red$Inner/overloaded-Drill-TestInfo");
    assertThat(output.resolve(Red.class.getName()).resolve("parameterized-1"))
        .isDirectoryContaining("glob:**/timeline.txt")
        .isDirectoryContaining("glob:**/prometheus.log")
        .isDirectoryContaining("glob:**/alertmanager.log");
  }

  @Test
  void isRemovedWhenTheTestPasses() throws IOException {
    Path earlier = output.resolve(Red.class.getName()).resolve("parameterized-2");
    Path others = Files.createDirectories(earlier.resolve("of-somebody-else"));
    Files.writeString(earlier.resolve("timeline.txt"), "an earlier run's");
    Files.writeString(earlier.resolve("prometheus.log"), "an earlier run's");

    Kit.keepingIn(output).run(Red.class);

    assertThat(earlier).isDirectoryNotContaining("glob:**/*.{txt,log}");
    assertThat(others).exists();
  }

  @Test
  void isReportedAndPublished() throws IOException {
    Path published = Files.createDirectory(output.resolve("published"));
    EngineExecutionResults results = Kit.keepingIn(output).publishingTo(published).run(Red.class);

    assertThat(
            results
                .allEvents()
                .reportingEntryPublished()
                .map(event -> event.getRequiredPayload(ReportEntry.class).getKeyValuePairs()))
        .hasSize(3)
        .allSatisfy(
            entry -> {
              assertThat(entry).containsOnlyKeys("firedrill.output", "firedrill.servers");
              assertThat(entry.get("firedrill.output")).startsWith(output.toString());
              assertThat(entry.get("firedrill.servers")).startsWith("Prometheus 3.5.3");
            });
    assertThat(Kit.published(results))
        .hasSize(3)
        .allSatisfy(file -> assertThat(file).isDirectoryContaining("glob:**/timeline.txt"));
  }

  @Test
  void isKeptIfARuleCouldNotBeEvaluated() throws IOException {
    EngineExecutionResults results = Kit.keepingIn(output).run(FailedRule.class);

    assertThat(Kit.failures(results))
        .singleElement()
        .satisfies(
            failure -> {
              assertThat(failure)
                  .isExactlyInstanceOf(AssertionError.class)
                  .hasMessage(
                      """
                      the drill had problems that no assertion checked:
                        at 0s, rule Joined could not be evaluated: multiple matches for labels: \
                      many-to-one matching must be explicit (group_left/group_right)""");
              assertThat(failure.getSuppressed()).isNotEmpty();
            });
    assertThat(kept()).containsExactly("KeptOutputTest$FailedRule/isNotNoticedOtherwise");
  }

  @Test
  void ofAClassIsKeptOnceForEachFailure() throws IOException {
    EngineExecutionResults results = Kit.keepingIn(output).run(FailedRuleOfAClass.class);

    assertThat(Kit.failures(results)).hasSize(2);
    assertThat(kept())
        .containsExactlyInAnyOrder(
            "KeptOutputTest$FailedRuleOfAClass", "KeptOutputTest$FailedRuleOfAClass/passes");
  }

  private List<String> kept() throws IOException {
    try (Stream<Path> files = Files.walk(output)) {
      return files
          .filter(file -> file.endsWith("timeline.txt"))
          .map(file -> output.relativize(file.getParent()).toString())
          .map(name -> name.replace("io.firedrill.junit.", ""))
          .toList();
    }
  }
}
