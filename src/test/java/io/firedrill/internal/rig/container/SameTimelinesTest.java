package io.firedrill.internal.rig.container;

import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.coverage.Coverage;
import io.firedrill.internal.coverage.CoverageMinimum;
import io.firedrill.internal.coverage.Exemptions;
import io.firedrill.internal.coverage.TestCoverage;
import io.firedrill.internal.result.ResultJson;
import io.firedrill.internal.result.SuiteResult;
import io.firedrill.internal.rig.RigFactory;
import io.firedrill.internal.rig.process.TestPairs;
import io.firedrill.internal.run.CoverageMode;
import io.firedrill.internal.scenario.Scenario;
import io.firedrill.internal.scenario.ScenarioFile;
import io.firedrill.internal.scenario.ScenarioPaths;
import io.firedrill.internal.source.InputException;
import io.firedrill.internal.suite.PreparedFile;
import io.firedrill.internal.suite.RunSettings;
import io.firedrill.internal.suite.ScenarioRunner;
import io.firedrill.internal.verdict.ScenarioResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Inside and outside of a container, a pair of servers has the same results byte for byte, with and
 * without coverage, and this project's scenarios pass. Long ones run on every pair with {@code
 * -Dtest.everything}, else on the newest only.
 */
class SameTimelinesTest {

  static final List<String> VERSIONS = List.of(TestPairs.VERSIONS);

  private static final Path SCENARIOS = Path.of("test-scenarios");

  /** The promtool files about time; one pair of servers is sufficient. */
  private static final Path COMPATIBILITY =
      Path.of("src/test/resources/io/firedrill/compat/alerts");

  /** Its retries come after random pauses. */
  private static final Path RANDOM = Path.of("test-scenarios/alertmanager/failing-receiver.yml");

  /** Days and weeks of an ML pipeline. */
  private static final Path LONG = Path.of("test-scenarios/ml");

  @TempDir private Path logs;

  private final List<TestCoverage> covered = new ArrayList<>();

  @ParameterizedTest
  @FieldSource("VERSIONS")
  void areEqualOnBothRigs(String version) {
    TestImages.requireEngine();

    List<Path> files = files(version);
    RigFactory containers = TestImages.rigs(version);
    RigFactory processes = TestPairs.rigs(version);

    CompletableFuture<Map<Path, String>> inContainers =
        CompletableFuture.supplyAsync(() -> results(containers, files, CoverageMode.OFF));
    Map<Path, String> asProcesses = results(processes, files, CoverageMode.ON);

    assertThat(files).hasSizeGreaterThan(8);
    assertThat(files).allSatisfy(file -> passes(file, inContainers.join().get(file)));
    assertThat(files)
        .filteredOn(file -> !file.equals(RANDOM))
        .allSatisfy(
            file ->
                assertThat(inContainers.join().get(file).lines().toList())
                    .as("%s in a container", file)
                    .containsExactlyElementsOf(asProcesses.get(file).lines().toList()));
    if (files.stream().anyMatch(file -> file.startsWith(LONG))) {
      requireCoverageOfThePack();
    }
  }

  private void requireCoverageOfThePack() {
    Exemptions exemptions = Exemptions.read(Path.of(".firedrill-coverage.yml"));
    Coverage coverage = Coverage.of(covered);
    exemptions.requireNeeded(coverage);

    assertThat(CoverageMinimum.parse("100").failures(exemptions.applyTo(coverage))).isEmpty();
  }

  private static void passes(Path file, String result) {
    if (file.startsWith(SCENARIOS)) {
      assertThat(result).contains("\"passed\" : true").doesNotContain("\"passed\" : false");
    }
  }

  private Map<Path, String> results(RigFactory rigs, List<Path> files, CoverageMode mode) {
    ScenarioRunner runner = new ScenarioRunner(rigs, RunSettings.withLogsIn(logs).with(mode));
    Map<Path, String> results = new TreeMap<>();
    files.forEach(file -> results.put(file, result(runner, file)));
    return results;
  }

  private static List<Path> files(String version) {
    boolean newest = version.equals(VERSIONS.get(VERSIONS.size() - 1));
    boolean everything = newest || Boolean.getBoolean("test.everything");
    return Stream.of(SCENARIOS, COMPATIBILITY)
        .filter(suite -> newest || !suite.equals(COMPATIBILITY))
        .flatMap(suite -> ScenarioPaths.at(suite).stream())
        .filter(file -> everything || !file.startsWith(LONG))
        .toList();
  }

  private String result(ScenarioRunner runner, Path path) {
    try {
      PreparedFile file = PreparedFile.of(ScenarioFile.read(path));
      List<String> results = new ArrayList<>();
      for (Scenario scenario : file.file().scenarios()) {
        ScenarioResult result = runner.run(file, scenario);
        results.add(ResultJson.stable(SuiteResult.of("", List.of(result))));
        result
            .coverage()
            .filter(any -> path.startsWith(LONG))
            .ifPresent(c -> covered.add(new TestCoverage(scenario.name(), c)));
      }
      return String.join("\n", results);
    } catch (InputException e) {
      return e.getMessage();
    }
  }
}
