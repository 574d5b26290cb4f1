package io.firedrill.internal.generation;

import io.firedrill.internal.generation.GenerationOptions.WantedRule;
import io.firedrill.internal.inversion.InputPlan;
import io.firedrill.internal.prometheus.Rule;
import io.firedrill.internal.prometheus.RuleFile;
import io.firedrill.internal.prometheus.RuleGroup;
import io.firedrill.internal.rig.RigFactory;
import io.firedrill.internal.source.YamlText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Generates scenario files for the alerting rules that have none. */
public final class Generation {

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
    this.book = new RuleBook(files, options.evaluationInterval());
    this.runs = new TrialRuns(rigs);
    this.search = new Search(book, runs);
  }

  /**
   * Searches inputs, and returns the files to write.
   *
   * @throws io.firedrill.internal.source.InputException if Prometheus refuses the rules
   */
  public Generated generate(Progress progress) {
    new Acceptance(rigs, options).require();
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
    Map<AlertRule, Path> paths = new HashMap<>();
    List<GeneratedFile> files = files(found, paths);
    List<RuleOutcome> outcomes = new ArrayList<>();
    left.forEach(
        rule ->
            outcomes.add(
                new RuleOutcome(
                    rule.name(),
                    rule.rule().position(),
                    RuleOutcome.State.TESTED_ALREADY,
                    0,
                    false,
                    Optional.empty(),
                    List.of())));
    found.forEach(attempts -> outcomes.add(outcome(attempts, paths)));
    return new Generated(
        files,
        new GenerationResult(
            outcomes, files.stream().map(GeneratedFile::path).toList(), runs.runs()));
  }

  private static WantedRule wanted(AlertRule rule) {
    String group =
        YamlText.of(rule.group().node().without("rules")) + YamlText.of(rule.rule().node());
    return new WantedRule(rule.file(), rule.group().name(), rule.name(), group);
  }

  private RuleOutcome outcome(Attempts attempts, Map<AlertRule, Path> paths) {
    AlertRule rule = attempts.rule();
    boolean fired = attempts.fires().isPresent();
    return new RuleOutcome(
        rule.name(),
        rule.rule().position(),
        fired ? RuleOutcome.State.FIRED : RuleOutcome.State.NOT_FOUND,
        attempts.nearMisses().size(),
        attempts.tooShort().isPresent(),
        Optional.ofNullable(paths.get(rule)),
        fired ? List.of() : attempts.why());
  }

  private List<GeneratedFile> files(List<Attempts> found, Map<AlertRule, Path> paths) {
    Map<List<Object>, List<Attempts>> byName = new LinkedHashMap<>();
    for (Attempts attempts : found) {
      List<Object> key =
          List.of(attempts.rule().file(), attempts.rule().name(), attempts.rule().input().step());
      byName.computeIfAbsent(key, any -> new ArrayList<>()).add(attempts);
    }
    FileNames names = new FileNames(options.out());
    List<GeneratedFile> files = new ArrayList<>();
    for (List<Attempts> same : byName.values()) {
      Path path = names.of(same.get(0).rule());
      same.forEach(attempts -> paths.put(attempts.rule(), path));
      files.add(new GeneratedFile(path, new FileText(settings(path, same)).of(same, Map.of())));
    }
    return files;
  }

  private FileText.Settings settings(Path path, List<Attempts> rules) {
    Set<Path> needed = new LinkedHashSet<>();
    for (Attempts attempts : rules) {
      needed.add(attempts.rule().file());
      for (TrialRule related : search.related(attempts.rule().rule())) {
        needed.add(fileOf(related.rule()));
      }
    }
    return new FileText.Settings(
        needed.stream().map(file -> FileText.relative(path, file)).toList(),
        options.alertmanagerConfig().map(file -> FileText.relative(path, file)),
        Optional.empty(),
        rules.get(0).rule().input().step());
  }

  private static Path fileOf(Rule rule) {
    return rule.position().file();
  }

  /** Inputs that are not to be confused with others. */
  static boolean isFiring(InputPlan input) {
    return input.kind() == InputPlan.Kind.FIRES;
  }
}
