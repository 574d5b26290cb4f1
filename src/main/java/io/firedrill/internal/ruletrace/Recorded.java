package io.firedrill.internal.ruletrace;

import io.firedrill.internal.prometheus.RuleStatus;
import io.firedrill.internal.promql.Selector;
import io.firedrill.internal.scenario.ValueMatcher;
import io.firedrill.model.LabelMatcher;
import io.firedrill.model.LabelMatcher.Operator;
import io.firedrill.model.Labels;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rule that records a metric.
 *
 * @param filter the labels that its result would need, as far as the rule does not add them
 * @param evaluation its last evaluation that counts
 */
record Recorded(TracedRule rule, LabelFilter filter, Instant evaluation) {

  /** What records a selector's metric for an evaluation of another rule, if one rule does. */
  static Optional<Recorded> by(
      TracedRun run, TracedRule reader, Finding.NoSamples finding, Instant time) {
    Selector selector = finding.selector();
    List<TracedRule> recording =
        selector
            .metric()
            .map(m -> TracedRule.named(m, RuleStatus.Kind.RECORDING, run.units().apply(time)))
            .orElse(List.of());
    if (recording.size() != 1 || recording.get(0).rule().equals(reader.rule())) {
      return Optional.empty();
    }
    TracedRule rule = recording.get(0);
    Map<String, ValueMatcher> labels = new LinkedHashMap<>(finding.filter().labels());
    for (LabelMatcher matcher : selector.matchers()) {
      if (matcher.operator() == Operator.EQUAL
          && !matcher.name().equals(Labels.METRIC_NAME)
          && !matcher.value().isEmpty()) {
        labels.put(matcher.name(), new ValueMatcher.Exact(matcher.value()));
      }
    }
    return Optional.of(
        new Recorded(
            rule,
            new LabelFilter(labels).without(rule.labels().keySet()),
            rule.evaluation(time, run.start())));
  }

  /** Why it recorded nothing; empty if it returned something. */
  List<String> why(TracedRun run, SeriesInStore store, int depth) {
    PartValues values = new PartValues(run.queries(), rule, List.of(evaluation));
    Deciding deciding = new Deciding(values);
    if (!deciding.isEmpty(rule.expr(), filter, evaluation)) {
      return List.of();
    }
    FindingText text = new FindingText(run, rule, values, store, depth);
    return deciding.why(rule.expr(), filter, evaluation).stream()
        .limit(1)
        .flatMap(f -> text.lines(f, List.of(evaluation)).stream())
        .toList();
  }
}
