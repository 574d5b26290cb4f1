package io.firedrill.internal.coverage;

import io.firedrill.internal.prometheus.RuleStatus;
import io.firedrill.internal.promql.MetricSelectors;
import io.firedrill.model.AlertState;
import io.firedrill.model.Labels;
import io.firedrill.model.TimelineEvent.AlertChanged;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The alerting rules of a phase. The rule that raised an alert is found by the alert's name and the
 * labels that rules add. If several rules fit, their expressions are queried at that instant.
 */
final class AlertingRules {

  private final RunFacts facts;
  private final Phase phase;
  private final Samples samples;
  private final List<LoadedRule> rules;
  private final Map<Labels, List<LoadedRule>> raisers = new HashMap<>();
  private final Set<LoadedRule> raised = new HashSet<>();

  AlertingRules(RunFacts facts, Phase phase, Samples samples) {
    this.facts = facts;
    this.phase = phase;
    this.samples = samples;
    this.rules = LoadedRule.of(phase, RuleStatus.Kind.ALERTING, facts.evaluationInterval());
  }

  void count(Tally tally) {
    rules.forEach(rule -> tally.add(rule.item(), states(rule)));
    Map<Labels, AlertState> before = new HashMap<>();
    for (AlertChanged change : facts.timeline().alertChanges()) {
      if (change.time().isBefore(phase.from())) {
        before.put(change.alert(), change.to());
      } else if (phase.contains(change.time())) {
        count(change, tally);
      }
    }
    before.forEach(
        (alert, state) -> {
          if (state != AlertState.INACTIVE) {
            rules.stream().filter(rule -> rule.mayRaise(alert)).forEach(raised::add);
          }
        });
    countQuiet(tally);
  }

  private static Set<CoverageState> states(LoadedRule rule) {
    Set<CoverageState> states = EnumSet.of(CoverageState.FIRED, CoverageState.RESOLVED);
    if (rule.waits()) {
      states.add(CoverageState.PENDING);
    }
    if (!MetricSelectors.of(rule.rule().expr()).selectors().isEmpty()) {
      states.add(CoverageState.QUIET);
    }
    return states;
  }

  private void count(AlertChanged change, Tally tally) {
    for (LoadedRule rule : raisers(change)) {
      raised.add(rule);
      switch (change.to()) {
        case PENDING -> tally.see(rule.item(), CoverageState.PENDING);
        case FIRING -> tally.see(rule.item(), CoverageState.FIRED);
        case INACTIVE -> {
          if (change.from() == AlertState.FIRING) {
            tally.see(rule.item(), CoverageState.RESOLVED);
          }
        }
      }
    }
  }

  private List<LoadedRule> raisers(AlertChanged change) {
    List<LoadedRule> known = raisers.get(change.alert());
    if (known != null && change.from() != AlertState.INACTIVE) {
      return known;
    }
    List<LoadedRule> found = rules.stream().filter(rule -> rule.mayRaise(change.alert())).toList();
    if (found.size() > 1) {
      // It is unknown which of them was quiet.
      raised.addAll(found);
      found = found.stream().filter(rule -> raises(rule, change.alert(), change.time())).toList();
    }
    raisers.put(change.alert(), found);
    return found;
  }

  private boolean raises(LoadedRule rule, Labels alert, Instant time) {
    return samples.at(rule.rule().expr(), time).stream()
        .anyMatch(element -> rule.raises(alert, element));
  }

  private void countQuiet(Tally tally) {
    if (facts.evaluations().stream().noneMatch(phase::contains)) {
      return;
    }
    Map<LoadedRule, MetricSelectors> quiet = new HashMap<>();
    Set<String> asked = new HashSet<>();
    for (LoadedRule rule : rules) {
      if (!raised.contains(rule) && !facts.failedRules().contains(rule.rule().position())) {
        MetricSelectors selectors = MetricSelectors.of(rule.rule().expr());
        quiet.put(rule, selectors);
        asked.addAll(selectors.selectors());
      }
    }
    Set<String> present =
        asked.isEmpty() ? Set.of() : samples.present(asked, phase.from(), phase.to());
    quiet.forEach(
        (rule, selectors) -> {
          if (selectors.satisfiedBy(present)) {
            tally.see(rule.item(), CoverageState.QUIET);
          }
        });
  }
}
