package io.firedrill.internal.mutation;

import io.firedrill.internal.mutation.operator.Edit;
import io.firedrill.internal.prometheus.Rule;
import io.firedrill.internal.prometheus.RuleGroup;
import io.firedrill.internal.prometheus.RuleStatus;
import io.firedrill.internal.source.YamlMapping;
import io.firedrill.internal.source.YamlNode;
import io.firedrill.internal.source.YamlText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The copies of all mutants of a test's rules. Each is evaluated right after its original, in the
 * same group, so that it sees the same samples. What reads a changed recording rule is copied, too.
 */
final class RuleCopies {

  private final List<RuleGroup> groups;
  private final List<Rule> rules;
  private final Set<String> fed;

  /** The texts of rules whose templates query. */
  private final List<String> queries;

  private final Map<Rule, List<Rule>> copies = new IdentityHashMap<>();
  private final Map<Rule, String> originals = new IdentityHashMap<>();
  private final List<CopySet> sets = new ArrayList<>();

  /**
   * Prepares copies for a test.
   *
   * @param groups its rule groups
   * @param fed the metrics that it feeds itself
   */
  RuleCopies(List<RuleGroup> groups, Set<String> fed) {
    this.groups = groups;
    this.rules = groups.stream().flatMap(group -> group.rules().stream()).toList();
    this.fed = fed;
    this.queries =
        rules.stream()
            .map(rule -> YamlText.of(rule.node().without("expr").without("record")))
            .filter(text -> text.contains("query"))
            .toList();
  }

  /** The mutants that have copies. */
  List<CopySet> sets() {
    return List.copyOf(sets);
  }

  /** A group with the copies of its rules. */
  RuleGroup widened(RuleGroup group) {
    return new RuleGroup(
        group.name(),
        group.position(),
        group.interval(),
        group.rules().stream()
            .flatMap(
                rule ->
                    Stream.concat(Stream.of(rule), copies.getOrDefault(rule, List.of()).stream()))
            .toList(),
        group.node());
  }

  /**
   * Adds the copies of a mutant.
   *
   * @param number distinguishes the mutants of the test
   * @return whether that is possible
   */
  boolean add(Mutant mutant, int number) {
    Edit.OfNode edit = (Edit.OfNode) mutant.mutation().edit();
    Optional<Rule> changed = rules.stream().filter(r -> isAt(r, edit.from())).findFirst();
    if (changed.isEmpty()) {
      return false;
    }
    Set<String> metrics = new LinkedHashSet<>();
    Set<Rule> affected = affected(changed.get(), metrics);
    if (metrics.stream().anyMatch(fed::contains) || isReadByTemplates(metrics)) {
      return false;
    }
    String suffix = CopyName.ofMutant(number);
    Set<String> alerts = new LinkedHashSet<>();
    Set<String> suffixes = new LinkedHashSet<>(Set.of(suffix));
    List<Rule> all = new ArrayList<>();
    for (Rule rule : rules) {
      Optional<YamlMapping> node =
          rule == changed.get() ? edit.to().map(YamlMapping.class::cast) : Optional.of(rule.node());
      node.map(n -> rule == changed.get() ? RuleCopy.parsed(rule.kind(), n, suffix) : rule)
          .ifPresent(all::add);
      if (affected.contains(rule)) {
        node.ifPresent(
            n ->
                copies
                    .computeIfAbsent(rule, any -> new ArrayList<>())
                    .add(RuleCopy.of(rule.kind(), n, metrics, suffix)));
        if (rule.kind() == RuleStatus.Kind.ALERTING) {
          alerts.add(rule.name());
        }
      }
    }
    rules.stream()
        .filter(rule -> rule.kind() == RuleStatus.Kind.ALERTING)
        .filter(rule -> alerts.contains(rule.name()) && !affected.contains(rule))
        .forEach(rule -> suffixes.add(original(rule)));
    sets.add(new CopySet(mutant, suffix, alerts, metrics, suffixes, all));
    return true;
  }

  private static boolean isAt(Rule rule, YamlNode node) {
    Path file = rule.position().file().toAbsolutePath().normalize();
    return rule.node().position().line() == node.position().line()
        && rule.node().position().column() == node.position().column()
        && file.equals(node.position().file().toAbsolutePath().normalize());
  }

  /** The rule and everything that depends on it; collects the recorded metrics among them. */
  private Set<Rule> affected(Rule changed, Set<String> metrics) {
    Map<Rule, Boolean> affected = new IdentityHashMap<>();
    affected.put(changed, true);
    int before = 0;
    while (before != affected.size()) {
      before = affected.size();
      affected.keySet().stream()
          .filter(rule -> rule.kind() == RuleStatus.Kind.RECORDING)
          .forEach(rule -> metrics.add(rule.name()));
      for (Rule rule : rules) {
        boolean records = rule.kind() == RuleStatus.Kind.RECORDING && metrics.contains(rule.name());
        if (records || SelectorNames.reads(rule.expr(), metrics)) {
          affected.put(rule, true);
        }
      }
    }
    return affected.keySet();
  }

  /** Templates query the metric by its name, which a copy does not have. */
  private boolean isReadByTemplates(Set<String> metrics) {
    return queries.stream().anyMatch(text -> metrics.stream().anyMatch(text::contains));
  }

  /** The suffix of an unchanged copy, which is made once. */
  private String original(Rule rule) {
    return originals.computeIfAbsent(
        rule,
        r -> {
          String suffix = CopyName.ofOriginal(originals.size());
          copies
              .computeIfAbsent(r, any -> new ArrayList<>())
              .add(RuleCopy.of(r.kind(), r.node(), Set.of(), suffix));
          return suffix;
        });
  }

  /** The original of a copy; empty for a rule that is none. */
  static Optional<String> suffix(Rule rule) {
    return CopyName.in(rule.name());
  }

  List<RuleGroup> groups() {
    return groups;
  }
}
