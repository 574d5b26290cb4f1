package io.firedrill.internal.suite;

import io.firedrill.internal.alertmanager.AlertmanagerConfig;
import io.firedrill.internal.prometheus.EvaluationPlan;
import io.firedrill.internal.prometheus.EvaluationUnit;
import io.firedrill.internal.prometheus.RuleGroup;
import io.firedrill.internal.prometheus.ScrapeConfig;
import io.firedrill.internal.prometheus.UnknownFields;
import io.firedrill.internal.run.FileLoader;
import io.firedrill.internal.run.RunLimits;
import io.firedrill.internal.run.ScrapeSpec;
import io.firedrill.internal.run.TestedFiles;
import io.firedrill.internal.scenario.Action;
import io.firedrill.internal.scenario.BrokenTest;
import io.firedrill.internal.scenario.Scenario;
import io.firedrill.internal.scenario.ScenarioFile;
import io.firedrill.internal.source.FileTexts;
import io.firedrill.internal.source.InputException;
import io.firedrill.internal.source.Problem;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A scenario file with the files that it names, all read. */
public final class PreparedFile {

  private final ScenarioFile file;
  private final TestedFiles tested;
  private final List<EvaluationUnit> units;
  private final Optional<ScrapeConfig> scraping;
  private final ReadOnce loader;
  private final List<Problem> warnings;

  private PreparedFile(
      ScenarioFile file,
      TestedFiles tested,
      List<EvaluationUnit> units,
      Optional<ScrapeConfig> scraping,
      ReadOnce loader,
      List<Problem> warnings) {
    this.scraping = scraping;
    this.loader = loader;
    this.warnings = warnings.stream().distinct().toList();
    this.file = file;
    this.tested = tested;
    this.units = List.copyOf(units);
  }

  /**
   * Reads the rule files and routes.
   *
   * @throws InputException with every problem in any of them
   */
  public static PreparedFile of(ScenarioFile file) {
    PreparedFile prepared = ofTests(file, UnknownFields.REFUSED);
    prepared.file().whole();
    return prepared;
  }

  /**
   * Reads the rule files and routes, and leaves out invalid tests.
   *
   * @throws InputException with every problem that concerns all tests
   */
  public static PreparedFile ofTests(ScenarioFile file, UnknownFields unknown) {
    return ofTests(file, unknown, FileTexts.AS_THEY_ARE);
  }

  /**
   * The same, with the texts of rules, routes, templates and scrape jobs from elsewhere.
   *
   * @throws InputException with every problem that concerns all tests
   */
  public static PreparedFile ofTests(ScenarioFile file, UnknownFields unknown, FileTexts texts) {
    TestedFiles.Named named = TestedFiles.Named.of(file);
    ReadOnce loader =
        new ReadOnce(file.trust(), unknown, file.servers().operator(), texts);
    TestedFiles tested = loader.read(named);
    List<EvaluationUnit> units = plan(file, tested.groups());
    Optional<ScrapeConfig> scraping =
        file.prometheusConfig()
            .map(config -> ScrapeConfig.read(config.value(), file.trust(), texts));
    List<Scenario> runnable = new ArrayList<>();
    List<BrokenTest> broken = new ArrayList<>(file.broken());
    for (Scenario scenario : file.scenarios()) {
      List<Problem> problems = new ArrayList<>();
      scraping.ifPresent(config -> problems.addAll(PreparedTargets.problems(scenario, config)));
      problems.addAll(RunLimits.problems(file, scenario, units));
      problems.addAll(PreparedActions.problems(scenario, tested, loader));
      if (problems.isEmpty()) {
        runnable.add(scenario);
      } else {
        broken.add(new BrokenTest(scenario.name(), scenario.position(), problems));
      }
    }
    PreparedTargets targets = new PreparedTargets(file);
    List<Problem> warnings = new ArrayList<>();
    scraping.ifPresent(config -> warnings.addAll(targets.warnings(config)));
    warnings.addAll(tested.notes());
    loaded(runnable).distinct().forEach(load -> warnings.addAll(loader.read(load).notes()));
    Duration lookback = file.flags().lookback();
    runnable.forEach(
        s ->
            warnings.addAll(
                SeriesEnds.warnings(tested.groups(), s, lookback, isAboutAllAlerts(file))));
    return new PreparedFile(
        file.with(runnable, broken, warnings), tested, units, scraping, loader, warnings);
  }

  private static Predicate<Scenario> isAboutAllAlerts(ScenarioFile file) {
    return scenario ->
        file.strict() || !scenario.notificationTests().isEmpty() || scenario.snapshot().isPresent();
  }

  private static List<EvaluationUnit> plan(ScenarioFile file, List<RuleGroup> groups) {
    List<RuleGroup> ordered = EvaluationPlan.order(groups, file.groupEvalOrder());
    return file.usesFiredrillKeys()
        ? EvaluationPlan.byInterval(ordered, file.evaluationInterval())
        : EvaluationPlan.promtool(ordered, file.evaluationInterval());
  }

  /** The same tests without their expectations; see {@link ExpectNothing}. */
  public PreparedFile expectingNothing() {
    return new PreparedFile(ExpectNothing.of(file), tested, units, scraping, loader, warnings);
  }

  /**
   * The same tests with other versions of the files that they load.
   *
   * @throws InputException with every problem that concerns all tests
   */
  public PreparedFile reading(FileTexts texts) {
    return ofTests(file, loader.unknown(), texts);
  }

  /** The files that its tests load, by what they contain. */
  public LoadedPaths paths() {
    List<TestedFiles.Named> named =
        Stream.concat(Stream.of(TestedFiles.Named.of(file)), loaded(file.scenarios())).toList();
    return new LoadedPaths(
        named.stream().flatMap(n -> n.ruleFiles().stream()).distinct().toList(),
        named.stream().flatMap(n -> n.alertmanagerConfig().stream()).distinct().toList(),
        named.stream()
            .flatMap(n -> loader.read(n).alertmanager().stream())
            .flatMap(routes -> routes.files().stream().skip(1))
            .distinct()
            .toList(),
        scraping.stream().flatMap(config -> config.files().stream()).distinct().toList());
  }

  /** The rule groups of the rule files, in the order of the files. */
  public List<RuleGroup> groups() {
    return tested.groups();
  }

  /** The routes, if there are any. */
  public Optional<AlertmanagerConfig> routes() {
    return tested.alertmanager();
  }

  /** Whether alerts may get other labels on their way to Alertmanager. */
  public boolean relabelsAlerts() {
    return scraping.filter(ScrapeConfig::relabelsAlerts).isPresent();
  }

  /** Whether its tests scrape. */
  public boolean scrapes() {
    return scraping.isPresent();
  }

  /** The scenario file. */
  public ScenarioFile file() {
    return file;
  }

  /** Warnings about the files that it names. */
  public List<Problem> warnings() {
    return warnings;
  }

  /** The scraping of a test of the file; empty if it has none. */
  Optional<ScrapeSpec> scraping(Scenario scenario) {
    return scraping.map(
        config -> new ScrapeSpec(config, new ScenarioTargets(scenario, file.strict())));
  }

  /** Every file with rules, routes, templates and scrape jobs that its tests load, in order. */
  public List<Path> testedFiles() {
    return Stream.concat(
            Stream.concat(Stream.of(TestedFiles.Named.of(file)), loaded(file.scenarios()))
                .flatMap(loader::withTemplates),
            scraping.stream().flatMap(config -> config.files().stream()))
        .distinct()
        .toList();
  }

  /** Reads the files that its tests load. */
  FileLoader loader() {
    return loader;
  }

  private static Stream<TestedFiles.Named> loaded(List<Scenario> scenarios) {
    return scenarios.stream()
        .flatMap(scenario -> scenario.actions().stream())
        .flatMap(a -> a.action() instanceof Action.Load load ? Stream.of(load) : Stream.of())
        .map(TestedFiles.Named::of);
  }

  /** The rules and routes. */
  TestedFiles tested() {
    return tested;
  }

  /** The rule groups, in their order of evaluation. */
  List<EvaluationUnit> units() {
    return units;
  }
}
