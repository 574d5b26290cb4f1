package io.firedrill.internal.lint;

import io.firedrill.internal.prometheus.Rule;
import io.firedrill.internal.source.InputException;
import io.firedrill.internal.source.Problem;
import io.firedrill.internal.source.TextFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs all checks on files that belong together. */
public final class Lint {

  private final Runbooks runbooks;

  public Lint(Runbooks runbooks) {
    this.runbooks = runbooks;
  }

  /** The names of all checks, in alphabetical order. */
  public List<String> checks() {
    return catalogue().stream().map(Check::name).toList();
  }

  /** All checks, in alphabetical order. */
  public List<Check> catalogue() {
    Stream<Check> checks = Stream.concat(ruleChecks().stream(), routeChecks(Set.of()).stream());
    return checks.sorted(Comparator.comparing(Check::name)).toList();
  }

  /**
   * Checks files. Files without rules and routes are only counted.
   *
   * @throws InputException with every problem, if a file cannot be read or its rules are invalid
   */
  public LintResult check(List<Path> paths) {
    List<LintedFile> files = read(paths);
    List<RuleCheck> ruleChecks = ruleChecks();
    List<RouteCheck> routeChecks = routeChecks(alerts(files));
    Map<Path, Set<FileKind>> kinds = new LinkedHashMap<>();
    List<Finding> findings = new ArrayList<>();
    for (LintedFile file : files) {
      kinds.put(file.path(), file.kinds());
      List<Finding> own = new ArrayList<>(rules(file, ruleChecks));
      own.addAll(routes(file, routeChecks));
      findings.addAll(ignoring(file, own));
    }
    int rules = files.stream().mapToInt(f -> rules(f).size()).sum();
    return new LintResult(findings, kinds, rules);
  }

  private static List<LintedFile> read(List<Path> paths) {
    List<LintedFile> files = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (Path path : paths) {
      try {
        files.add(LintedFile.read(path));
      } catch (InputException e) {
        problems.addAll(e.problems());
      }
    }
    if (!problems.isEmpty()) {
      throw new InputException(problems);
    }
    return files;
  }

  private List<RuleCheck> ruleChecks() {
    return List.of(
        new AlertName(),
        new AlertFor(),
        new AlertNever(),
        new AlertSeverity(),
        new AlertSummary(),
        new AlertDescription(),
        new AlertRunbook(runbooks),
        new StaticLabels(),
        new OwnLabels(),
        new RecordName(),
        new ThresholdOnce(),
        new ThresholdInText());
  }

  private static List<RouteCheck> routeChecks(Set<String> alerts) {
    return List.of(new UnusedReceiver(), new UnknownAlertName(alerts));
  }

  private static Set<String> alerts(List<LintedFile> files) {
    return files.stream()
        .flatMap(f -> rules(f).stream())
        .filter(RuleParts::isAlert)
        .map(Rule::name)
        .collect(Collectors.toSet());
  }

  private static List<Rule> rules(LintedFile file) {
    return file.groups().stream().flatMap(GroupLabels::rules).toList();
  }

  private static List<Finding> rules(LintedFile file, List<RuleCheck> checks) {
    List<Finding> all = new ArrayList<>();
    for (RuleCheck check : checks) {
      Findings findings = new Findings(check, file.source());
      rules(file).forEach(rule -> check.check(rule, findings));
      all.addAll(findings.list());
    }
    return all;
  }

  private static List<Finding> routes(LintedFile file, List<RouteCheck> checks) {
    List<Finding> all = new ArrayList<>();
    if (file.kinds().contains(FileKind.ALERTMANAGER)) {
      for (RouteCheck check : checks) {
        Findings findings = new Findings(check, file.source());
        check.check(file.root(), findings);
        all.addAll(findings.list());
      }
    }
    return all;
  }

  private List<Finding> ignoring(LintedFile file, List<Finding> findings) {
    return new Ignores(file.path(), TextFile.read(file.path()), file.starts())
        .apply(findings, checks()).stream()
            .distinct()
            .sorted(Comparator.comparing((Finding f) -> f.problem().position()))
            .toList();
  }
}
