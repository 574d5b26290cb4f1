package io.firedrill.internal.scenario;

import io.firedrill.internal.settings.ServerFlags;
import io.firedrill.internal.snapshot.SnapshotMode;
import io.firedrill.internal.source.Located;
import io.firedrill.internal.source.Problem;
import io.firedrill.internal.source.Trust;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A parsed scenario file: a promtool test file, optionally with Firedrill's keys.
 *
 * @param path the file, as given
 * @param servers the servers, and the files that they are given
 * @param options how the tests are evaluated and judged
 * @param scenarios the tests, in the file's order
 * @param broken invalid tests; none if the file was read strictly
 * @param warnings warnings about suspicious parts
 * @param trust whether the file is trusted
 */
public record ScenarioFile(
    Path path,
    ServerFiles servers,
    FileOptions options,
    List<Scenario> scenarios,
    List<BrokenTest> broken,
    List<Problem> warnings,
    Trust trust) {

  public ScenarioFile {
    scenarios = List.copyOf(scenarios);
    broken = List.copyOf(broken);
    warnings = List.copyOf(warnings);
  }

  /**
   * Reads a scenario file.
   *
   * @throws io.firedrill.internal.source.InputException with every problem, if the file cannot be
   *     read or is invalid
   */
  public static ScenarioFile read(Path path) {
    return ScenarioText.read(path, Trust.FULL).file(SnapshotMode.COMPARE).whole();
  }

  /**
   * Requires that all tests are valid.
   *
   * @throws io.firedrill.internal.source.InputException if a test is invalid
   */
  public ScenarioFile whole() {
    BrokenTest.refuse(broken);
    return this;
  }

  /** The file with these tests and additional warnings. */
  public ScenarioFile with(
      List<Scenario> runnable, List<BrokenTest> others, List<Problem> suspicious) {
    return new ScenarioFile(
        path,
        servers,
        options,
        runnable,
        others,
        Stream.concat(warnings.stream(), suspicious.stream()).distinct().toList(),
        trust);
  }

  /** The existing files of {@code rule_files}, in order. */
  public List<Located<Path>> ruleFiles() {
    return servers.ruleFiles();
  }

  /** Alertmanager's configuration file; without it, routing is not tested. */
  public Optional<Located<Path>> alertmanagerConfig() {
    return servers.alertmanagerConfig();
  }

  /** Prometheus's configuration file. */
  public Optional<Located<Path>> prometheusConfig() {
    return servers.prometheusConfig();
  }

  /** The number of servers of each kind. */
  public Replicas replicas() {
    return servers.replicas();
  }

  /** The flags of the servers. */
  public ServerFlags flags() {
    return servers.flags();
  }

  /** The time from one evaluation to the next, in virtual time. */
  public Duration evaluationInterval() {
    return options.evaluationInterval();
  }

  /** Group names in their order of evaluation, without duplicates. */
  public List<Located<String>> groupEvalOrder() {
    return options.groupEvalOrder();
  }

  /** Whether sample values one ULP apart count as equal. */
  public boolean fuzzyCompare() {
    return options.fuzzyCompare();
  }

  /** Whether unclaimed notifications and unmentioned firing alerts fail a test. */
  public boolean strict() {
    return options.strict();
  }

  /** Whether the file has keys that promtool would refuse. */
  public boolean usesFiredrillKeys() {
    return options.usesFiredrillKeys();
  }
}
