package io.firedrill.internal.coverage;

import io.firedrill.internal.prometheus.RuleStatus;
import io.firedrill.model.Labels;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The recording rules of a phase. The rule of a recorded sample is found by the sample's name and
 * labels. If the test feeds the metric itself, or another rule records the same series, the
 * expression is queried.
 */
final class RecordingRules {

  private final RunFacts facts;
  private final Phase phase;
  private final Samples samples;
  private final List<LoadedRule> rules;

  RecordingRules(RunFacts facts, Phase phase, Samples samples) {
    this.facts = facts;
    this.phase = phase;
    this.samples = samples;
    this.rules = LoadedRule.of(phase, RuleStatus.Kind.RECORDING, facts.evaluationInterval());
  }

  void count(Tally tally) {
    rules.forEach(rule -> tally.add(rule.item(), Set.of(CoverageState.RECORDED)));
    if (facts.evaluations().stream().noneMatch(phase::contains)) {
      return;
    }
    Map<LoadedRule, String> selectors = new HashMap<>();
    for (LoadedRule rule : rules) {
      if (isTold(rule)) {
        selectors.put(rule, recorded(rule).selector());
      } else if (samples.yields(rule.rule().expr(), phase.from(), phase.to(), rule.interval())) {
        tally.see(rule.item(), CoverageState.RECORDED);
      }
    }
    Set<String> present =
        selectors.isEmpty()
            ? Set.of()
            : samples.present(new HashSet<>(selectors.values()), phase.from(), phase.to());
    selectors.forEach(
        (rule, selector) -> {
          if (present.contains(selector)) {
            tally.see(rule.item(), CoverageState.RECORDED);
          }
        });
  }

  private boolean isTold(LoadedRule rule) {
    return !facts.fedMetrics().contains(rule.rule().name())
        && rules.stream().noneMatch(other -> other != rule && mayRecordTheSame(rule, other));
  }

  private static boolean mayRecordTheSame(LoadedRule a, LoadedRule b) {
    return a.rule().name().equals(b.rule().name())
        && a.labels().asMap().entrySet().stream()
            .allMatch(
                e -> b.labels().get(e.getKey()).filter(v -> !v.equals(e.getValue())).isEmpty());
  }

  private static Labels recorded(LoadedRule rule) {
    return rule.labels().with(Labels.METRIC_NAME, rule.rule().name());
  }
}
