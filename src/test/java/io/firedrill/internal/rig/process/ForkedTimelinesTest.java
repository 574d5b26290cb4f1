package io.firedrill.internal.rig.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.result.ResultJson;
import io.firedrill.internal.result.SuiteResult;
import io.firedrill.internal.rig.Forking;
import io.firedrill.internal.rig.RigFactory;
import io.firedrill.internal.scenario.Scenario;
import io.firedrill.internal.scenario.ScenarioFile;
import io.firedrill.internal.suite.PreparedFile;
import io.firedrill.internal.suite.RunSettings;
import io.firedrill.internal.suite.ScenarioRunner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Forked servers have the same results byte for byte as booted ones; with {@code
 * -Dtest.everything}, in all scenarios of this project.
 */
class ForkedTimelinesTest {

  static final List<String> VERSIONS = List.of(TestPairs.VERSIONS);

  private static final Path SCENARIOS = Path.of("test-scenarios");

  /** Its retries come after random pauses. */
  private static final Path RANDOM = Path.of("test-scenarios/alertmanager/failing-receiver.yml");

  /** Silences, a scrape, and tests at the beginning of 1970. */
  private static final List<Path> SOME =
      List.of(
          Path.of("test-scenarios/alertmanager/silences.yml"),
          Path.of("test-scenarios/scrape/ml-pipeline.yml"),
          Path.of("src/test/resources/io/firedrill/compat/alerts/for.test.yml"));

  @TempDir private Path logs;

  @ParameterizedTest
  @FieldSource("VERSIONS")
  void areEqual(String version) {
    List<Path> files = Boolean.getBoolean("test.everything") ? all() : SOME;
    ServerPair pair = TestPairs.pair(version);
    try (RigFactory forking = ProcessRigFactory.of(pair, Forking.ON);
        RigFactory booting = ProcessRigFactory.of(pair, Forking.OFF)) {
      int tests = 0;
      for (Path file : files) {
        List<String> booted = results(booting, file);
        assertThat(results(forking, file)).as(file.toString()).isEqualTo(booted);
        tests += booted.size();
      }
      assertThat(tests).isGreaterThan(4);
      assertThat(forking.starts()).matches("\\d+ rigs: (\\d+) forked from \\d templates?");
      assertThat(booting.starts()).contains("booted: forking is off");
    }
  }

  private List<String> results(RigFactory rigs, Path path) {
    ScenarioRunner runner = new ScenarioRunner(rigs, RunSettings.withLogsIn(logs));
    PreparedFile file = PreparedFile.of(ScenarioFile.read(path));
    List<String> results = new ArrayList<>();
    for (Scenario scenario : file.file().scenarios()) {
      results.add(ResultJson.stable(SuiteResult.of("", List.of(runner.run(file, scenario)))));
    }
    return results;
  }

  private static List<Path> all() {
    try (Stream<Path> files = Files.walk(SCENARIOS)) {
      return files
          .filter(f -> f.toString().endsWith(".yml") && !f.equals(RANDOM))
          .filter(f -> !f.toString().matches(".*(rules|routes|prometheus)\\.yml"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
