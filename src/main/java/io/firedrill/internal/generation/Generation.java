package io.firedrill.internal.generation;

import io.firedrill.internal.generation.GenerationOptions.WantedRule;
import io.firedrill.internal.inversion.InputPlan;
import io.firedrill.internal.prometheus.RuleFile;
import io.firedrill.internal.prometheus.RuleGroup;
import io.firedrill.internal.promql.BinaryOperation;
import io.firedrill.internal.promql.BinaryOperator;
import io.firedrill.internal.promql.Expr;
import io.firedrill.internal.promql.FunctionCall;
import io.firedrill.internal.rig.RigFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Generates scenario files for the alerting rules that have none. */
public final class Generation {

  /** Alerts that take longer to fire without data are not noticed. */
  private static final Duration LONGEST_WAIT = Duration.ofHours(6);

  /** Any version: none differs in the intervals. */
  private static final String ANY_VERSION = "0.28.1";

  private final RigFactory rigs;
  private final GenerationOptions options;
  private final RuleBook book;
  private final TrialRuns runs;
  private final Search search;

  /** A listener for the progress. */
  public interface Progress {
    /** So many rules of all have an input. */
    void found(int done, int all);
  }

  /**
   * Reads the rules.
   *
   * @throws io.firedrill.internal.source.InputException with every problem in the rule files
   */
  public Generation(RigFactory rigs, GenerationOptions options) {
    this.rigs = rigs;
    this.options = options;
    Map<Path, List<RuleGroup>> files = new LinkedHashMap<>();
    options.ruleFiles().forEach(file -> files.put(file, RuleFile.read(file)));
    this.book =
        new RuleBook(
            files,
            options.evaluationInterval(),
            RouteRuns.settling(options.alertmanagerConfig(), ANY_VERSION));
    this.runs = new TrialRuns(rigs);
    this.search = new Search(book, runs);
  }

  /**
   * Searches inputs, and returns the files to write.
   *
   * @throws io.firedrill.internal.source.InputException if a server refuses the files
   */
  public Generated generate(Progress progress) {
    Set<String> firing = new Acceptance(rigs, options).require(longestWait());
    TestedAlerts tested = TestedAlerts.in(options.out());
    List<AlertRule> rules = new ArrayList<>();
    List<AlertRule> left = new ArrayList<>();
    for (AlertRule rule : book.alerts()) {
      if (options.wanted().test(wanted(rule))) {
        (tested.mention(rule) ? left : rules).add(rule);
      }
    }
    List<Attempts> found = search.search(rules, done -> progress.found(done, rules.size()));
    new WhyNotFound(rigs, options).trace(found);
    Map<AlertRule, Path> paths = new IdentityHashMap<>();
    List<GeneratedFile> files = files(found, firing, paths);
    List<RuleOutcome> outcomes = new ArrayList<>();
    left.forEach(rule -> outcomes.add(RuleOutcome.testedAlready(rule)));
    found.forEach(a -> outcomes.add(RuleOutcome.of(a, Optional.ofNullable(paths.get(a.rule())))));
    book.unreadable()
        .forEach(rule -> outcomes.add(RuleOutcome.unreadable(rule.name(), rule.position())));
    return new Generated(
        files,
        new GenerationResult(
            outcomes, files.stream().map(GeneratedFile::path).toList(), runs.runs()));
  }

  /** The longest {@code for} of the rules that may fire without data. */
  private Duration longestWait() {
    Duration longest = Duration.ZERO;
    for (AlertRule rule : book.alerts()) {
      Duration pending = rule.input().pending().plus(rule.interval());
      if (rule.expr().all().stream().anyMatch(Generation::mayNeedNoData)
          && pending.compareTo(longest) > 0) {
        longest = pending;
      }
    }
    return longest.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : longest;
  }

  private static boolean mayNeedNoData(Expr expr) {
    return expr instanceof BinaryOperation o && o.operator() == BinaryOperator.OR
        || expr instanceof FunctionCall c
            && (c.function().name().startsWith("absent") || c.function().name().equals("vector"));
  }

  private static WantedRule wanted(AlertRule rule) {
    return WantedRule.of(rule.file(), rule.group(), rule.rule());
  }

  private List<GeneratedFile> files(
      List<Attempts> found, Set<String> firing, Map<AlertRule, Path> paths) {
    boolean java = options.form() == GenerationOptions.Form.JUNIT;
    Background background = java ? Background.NONE : Background.of(found, firing);
    Set<AlertRule> disturbed = background.isEmpty() ? Set.of() : search.besides(found, background);
    FileNames names = new FileNames(options.out());
    List<GeneratedFile> files = new ArrayList<>();
    Optional<Path> healthy =
        background.isEmpty() ? Optional.empty() : Optional.of(names.ofBackground());
    healthy.ifPresent(path -> files.add(new GeneratedFile(path, background.text())));
    Optional<RouteRuns> routes =
        options.alertmanagerConfig().map(config -> new RouteRuns(rigs, config));
    List<List<Attempts>> byName = byName(found);
    Map<InputPlan, Observation> observed = new IdentityHashMap<>();
    routes.ifPresent(
        r -> {
          Observations observations = new Observations(search, r);
          for (List<Attempts> same : byName) {
            boolean alone = same.stream().anyMatch(a -> disturbed.contains(a.rule()));
            Background beside = alone ? Background.NONE : background;
            Set<AlertRule> always = alwaysFiring(firing, beside);
            same.forEach(a -> observations.add(a, ruleFiles(same), beside, always));
          }
          observations.finish();
          observed.putAll(observations.found());
        });
    if (java) {
      return classes(found, names, observed, paths);
    }
    for (List<Attempts> same : byName) {
      Path path = names.of(same.get(0).rule());
      same.forEach(attempts -> paths.put(attempts.rule(), path));
      boolean alone = same.stream().anyMatch(a -> disturbed.contains(a.rule()));
      List<Path> ruleFiles = ruleFiles(same);
      FileText.Settings settings =
          new FileText.Settings(
              ruleFiles.stream().map(file -> FileText.relative(path, file)).toList(),
              options.alertmanagerConfig().map(file -> FileText.relative(path, file)),
              healthy.filter(any -> !alone).map(file -> FileText.relative(path, file)),
              same.get(0).rule().input().evaluation());
      files.add(new GeneratedFile(path, new FileText(settings).of(same, observed)));
    }
    return files;
  }

  /** A test class for each rule file. */
  private List<GeneratedFile> classes(
      List<Attempts> found,
      FileNames names,
      Map<InputPlan, Observation> observed,
      Map<AlertRule, Path> paths) {
    Map<Path, List<Attempts>> byFile = new LinkedHashMap<>();
    found.forEach(a -> byFile.computeIfAbsent(a.rule().file(), f -> new ArrayList<>()).add(a));
    List<GeneratedFile> files = new ArrayList<>();
    byFile.forEach(
        (file, rules) -> {
          Path path = names.ofClass(JavaTestText.className(file));
          rules.forEach(attempts -> paths.put(attempts.rule(), path));
          String name = path.getFileName().toString().replaceFirst("\\.java$", "");
          files.add(
              new GeneratedFile(
                  path,
                  JavaTestText.of(
                      FileNames.packageOf(options.out()),
                      name,
                      ruleFiles(rules),
                      options.alertmanagerConfig(),
                      rules,
                      observed)));
        });
    return files;
  }

  /** The alerts that fire without data, and for which there are no healthy series. */
  private Set<AlertRule> alwaysFiring(Set<String> firing, Background background) {
    Set<AlertRule> left = Collections.newSetFromMap(new IdentityHashMap<>());
    for (AlertRule rule : book.alerts()) {
      if (firing.contains(rule.name()) && !background.silenced().contains(rule.name())) {
        left.add(rule);
      }
    }
    return left;
  }

  /** The rules that share a file: of the same name, rule file and interval. */
  private static List<List<Attempts>> byName(List<Attempts> found) {
    Map<List<Object>, List<Attempts>> byName = new LinkedHashMap<>();
    for (Attempts attempts : found) {
      AlertRule rule = attempts.rule();
      byName
          .computeIfAbsent(
              List.of(rule.file(), rule.name(), rule.input().evaluation()),
              any -> new ArrayList<>())
          .add(attempts);
    }
    return List.copyOf(byName.values());
  }

  private List<Path> ruleFiles(List<Attempts> rules) {
    Set<Path> needed = new LinkedHashSet<>();
    for (Attempts attempts : rules) {
      needed.add(attempts.rule().file());
      for (TrialRule related : search.related(attempts.rule().rule())) {
        needed.add(related.rule().position().file());
      }
    }
    return List.copyOf(needed);
  }

  static boolean isFiring(InputPlan input) {
    return input.kind() == InputPlan.Kind.FIRES;
  }
}
