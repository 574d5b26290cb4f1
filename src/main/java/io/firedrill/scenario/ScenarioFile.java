package io.firedrill.scenario;

import io.firedrill.scenario.SnapshotExpectation.Use;
import io.firedrill.snapshot.SnapshotMode;
import io.firedrill.source.Located;
import io.firedrill.source.Problem;
import io.firedrill.source.Trust;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A scenario file as read: a promtool test file, perhaps with Firedrill's keys.
 *
 * @param path the file, as given
 * @param ruleFiles the existing files that {@code rule_files} named, globs expanded, in the order
 *     of the entries and sorted within one; each at the position of its entry
 * @param alertmanagerConfig Alertmanager's configuration file; where present, routing is tested
 * @param prometheusConfig Prometheus's configuration file
 * @param replicas how many servers of each kind
 * @param evaluationInterval the time from one evaluation to the next, in virtual time
 * @param fuzzyCompare whether sample values one ULP apart count as equal
 * @param groupEvalOrder group names in their order of evaluation, without duplicates
 * @param strict whether unclaimed notifications and unmentioned firing alerts fail a test
 * @param usesFiredrillKeys whether the file says anything that promtool would refuse
 * @param scenarios the tests, in the file's order
 * @param broken tests that cannot be run; none where the file was read as a whole
 * @param warnings what is suspicious but not wrong
 * @param trust how far its author is trusted
 */
public record ScenarioFile(
    Path path,
    List<Located<Path>> ruleFiles,
    Optional<Located<Path>> alertmanagerConfig,
    Optional<Located<Path>> prometheusConfig,
    Replicas replicas,
    Duration evaluationInterval,
    boolean fuzzyCompare,
    List<Located<String>> groupEvalOrder,
    boolean strict,
    boolean usesFiredrillKeys,
    List<Scenario> scenarios,
    List<BrokenTest> broken,
    List<Problem> warnings,
    Trust trust) {

  public ScenarioFile {
    ruleFiles = List.copyOf(ruleFiles);
    groupEvalOrder = List.copyOf(groupEvalOrder);
    scenarios = List.copyOf(scenarios);
    broken = List.copyOf(broken);
    warnings = List.copyOf(warnings);
  }

  /**
   * Reads a scenario file.
   *
   * @throws io.firedrill.source.InputException if the file cannot be read or says something wrong;
   *     it holds every problem found
   */
  public static ScenarioFile read(Path path) {
    return read(path, SnapshotMode.COMPARE, Trust.FULL);
  }

  /**
   * Reads a scenario file whose tests are held against their snapshots, or make new ones.
   *
   * @throws io.firedrill.source.InputException as {@link #read(Path)} does
   */
  public static ScenarioFile read(Path path, SnapshotMode snapshots, Trust trust) {
    return readTests(path, snapshots, trust).whole();
  }

  /**
   * The same, where tests that cannot be run do not keep others from it.
   *
   * @throws io.firedrill.source.InputException if the file cannot be read, or what is wrong
   *     concerns all tests
   */
  public static ScenarioFile readTests(Path path, SnapshotMode snapshots, Trust trust) {
    Use use = snapshots == SnapshotMode.UPDATE ? Use.UPDATED : Use.HELD;
    return ScenarioFileReader.read(path, use, Optional.empty(), trust);
  }

  /**
   * Reads a scenario file to see what happens, under these rules and routes: without its
   * expectations.
   *
   * @throws io.firedrill.source.InputException as {@link #read(Path)} does, but not for rules and
   *     routes that the version lacks
   */
  public static ScenarioFile readUnder(OtherVersion version, Path path, Trust trust) {
    return ScenarioFileReader.read(path, Use.UPDATED, Optional.of(version), trust)
        .whole()
        .withoutExpectations();
  }

  private ScenarioFile whole() {
    BrokenTest.refuse(broken);
    return this;
  }

  /** The file with these tests, and these warnings besides its own. */
  public ScenarioFile with(
      List<Scenario> runnable, List<BrokenTest> others, List<Problem> suspicious) {
    return new ScenarioFile(
        path,
        ruleFiles,
        alertmanagerConfig,
        prometheusConfig,
        replicas,
        evaluationInterval,
        fuzzyCompare,
        groupEvalOrder,
        strict,
        usesFiredrillKeys,
        runnable,
        others,
        Stream.concat(warnings.stream(), suspicious.stream()).distinct().toList(),
        trust);
  }

  /** The file with the same tests, of which nothing is expected. */
  public ScenarioFile withoutExpectations() {
    return new ScenarioFile(
        path,
        ruleFiles,
        alertmanagerConfig,
        prometheusConfig,
        replicas,
        evaluationInterval,
        fuzzyCompare,
        groupEvalOrder,
        false,
        usesFiredrillKeys,
        scenarios.stream().map(Scenario::withoutExpectations).toList(),
        broken,
        warnings,
        trust);
  }
}
