package io.firedrill.internal.replay;

import io.firedrill.internal.prometheus.Rule;
import io.firedrill.internal.prometheus.RuleFile;
import io.firedrill.internal.prometheus.RuleStatus;
import io.firedrill.internal.promql.MetricNames;
import io.firedrill.internal.promql.Promql;
import io.firedrill.internal.recording.Recording;
import io.firedrill.internal.source.Problem;
import io.firedrill.internal.source.Severity;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A recording, prepared for the rules that read it.
 *
 * @param fed the series to feed, without metrics that the rules produce
 * @param leftOut the recorded metrics that are not fed because the rules produce them
 * @param warnings the metrics that rules read and that the recording lacks, each at the first rule
 *     that reads it
 */
public record ReplayInput(Recording fed, Set<String> leftOut, List<Problem> warnings) {

  /** The metrics that Prometheus writes for alerting rules. */
  private static final Set<String> ALERTS = Set.of("ALERTS", "ALERTS_FOR_STATE");

  /**
   * Compares a recording with rules.
   *
   * @throws io.firedrill.internal.source.InputException if a rule file is invalid
   */
  public static ReplayInput of(Recording recording, List<Path> ruleFiles) {
    List<Rule> rules =
        ruleFiles.stream()
            .flatMap(file -> RuleFile.read(file).stream())
            .flatMap(group -> group.rules().stream())
            .toList();
    Set<String> made = new TreeSet<>(ALERTS);
    rules.stream()
        .filter(rule -> rule.kind() == RuleStatus.Kind.RECORDING)
        .forEach(rule -> made.add(rule.name()));
    Set<String> recorded = recording.metricNames();
    Set<String> leftOut = new TreeSet<>(recorded);
    leftOut.retainAll(made);
    Map<String, Rule> missing = new LinkedHashMap<>();
    for (Rule rule : rules) {
      for (String name : Promql.tryParse(rule.expr()).map(MetricNames::of).orElse(Set.of())) {
        if (!made.contains(name) && !recorded.contains(name)) {
          missing.putIfAbsent(name, rule);
        }
      }
    }
    return new ReplayInput(
        recording.without(leftOut),
        leftOut,
        missing.entrySet().stream().map(e -> warning(e.getKey(), e.getValue())).toList());
  }

  private static Problem warning(String name, Rule rule) {
    return new Problem(
        Severity.WARNING,
        rule.exprScalar().position(),
        "the recording has no \"%s\", which rule %s reads".formatted(name, rule.name()),
        "",
        1,
        Optional.empty());
  }
}
