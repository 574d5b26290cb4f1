package io.firedrill.internal.mutation;

import io.firedrill.internal.prometheus.ActiveAlert;
import io.firedrill.internal.prometheus.Rule;
import io.firedrill.internal.prometheus.RuleStatus;
import io.firedrill.internal.run.AlertHistory;
import io.firedrill.internal.scenario.PromqlExpectation;
import io.firedrill.internal.scenario.Scenario;
import io.firedrill.internal.suite.OpenTest;
import io.firedrill.internal.timeline.RunTimeline;
import io.firedrill.internal.verdict.FailedRule;
import io.firedrill.internal.verdict.Observed;
import io.firedrill.internal.verdict.QueryOutcome;
import io.firedrill.model.Labels;
import io.firedrill.model.TimelineEvent;
import io.firedrill.model.TimelineEvent.AlertChanged;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a test would have observed with a mutant, from a run with its copies. */
final class MutantView {

  private final OpenTest test;
  private final Scenario scenario;
  private final Observed all;
  private final List<AlertHistory> histories;
  private final Observed own;

  MutantView(OpenTest test, Scenario scenario) {
    this.test = test;
    this.scenario = scenario;
    this.all = test.observed();
    this.histories = test.histories();
    this.own = observed(Optional.empty());
  }

  /** What was observed of the original rules. */
  Observed own() {
    return own;
  }

  /** What would have been observed with a mutant; Alertmanager as with the original rules. */
  Observed of(CopySet set) {
    return observed(Optional.of(set));
  }

  private Observed observed(Optional<CopySet> set) {
    List<AlertHistory> some = histories(set);
    List<TimelineEvent> events = new ArrayList<>();
    all.timeline().events().stream()
        .filter(event -> !(event instanceof AlertChanged))
        .forEach(events::add);
    some.forEach(history -> events.addAll(history.changes()));
    return new Observed(
        new RunTimeline(all.timeline().start(), all.timeline().end(), events),
        all.evaluations(),
        alertsAt(set),
        queries(set),
        some.stream().map(history -> history.presence(all.evaluations())).toList(),
        set.map(MutantView::alertNames).orElse(all.alertNames()),
        all.receivers(),
        failedRules(set),
        all.ruleEvaluations());
  }

  private static Set<String> alertNames(CopySet set) {
    return set.rules().stream()
        .filter(rule -> rule.kind() == RuleStatus.Kind.ALERTING)
        .map(Rule::name)
        .collect(Collectors.toSet());
  }

  private List<AlertHistory> histories(Optional<CopySet> set) {
    List<AlertHistory> some = new ArrayList<>();
    for (AlertHistory history : histories) {
      String name = history.alert().get(Labels.ALERT_NAME).orElse("");
      if (isOf(name, set)) {
        Labels alert =
            CopyName.in(name).map(s -> restored(history.alert(), s)).orElse(history.alert());
        some.add(new AlertHistory(alert, history.states(), history.details()));
      }
    }
    return some;
  }

  private static boolean isOf(String name, Optional<CopySet> set) {
    Optional<String> suffix = CopyName.in(name);
    if (suffix.isEmpty()) {
      return set.isEmpty() || !set.get().alerts().contains(name);
    }
    return set.isPresent()
        && set.get().suffixes().contains(suffix.get())
        && set.get().alerts().contains(CopyName.without(name, suffix.get()));
  }

  private static Labels restored(Labels labels, String suffix) {
    Map<String, String> restored = new TreeMap<>();
    labels.asMap().forEach((name, value) -> restored.put(name, CopyName.without(value, suffix)));
    return Labels.copyOf(restored);
  }

  private Map<Duration, List<ActiveAlert>> alertsAt(Optional<CopySet> set) {
    Map<Duration, List<ActiveAlert>> some = new HashMap<>();
    all.alertsAt()
        .forEach(
            (time, alerts) ->
                some.put(
                    time,
                    alerts.stream()
                        .filter(a -> isOf(a.labels().get(Labels.ALERT_NAME).orElse(""), set))
                        .map(MutantView::restored)
                        .toList()));
    return some;
  }

  private static ActiveAlert restored(ActiveAlert alert) {
    Optional<String> suffix = CopyName.in(alert.labels().get(Labels.ALERT_NAME).orElse(""));
    if (suffix.isEmpty()) {
      return alert;
    }
    Map<String, String> annotations = new HashMap<>();
    alert
        .annotations()
        .forEach((name, text) -> annotations.put(name, CopyName.without(text, suffix.get())));
    return new ActiveAlert(
        restored(alert.labels(), suffix.get()),
        annotations,
        alert.state(),
        alert.activeAt(),
        alert.value(),
        alert.keepFiringSince());
  }

  /** Queries that read a changed metric are asked again, about its copy. */
  private Map<PromqlExpectation, QueryOutcome> queries(Optional<CopySet> set) {
    Set<String> metrics = set.map(CopySet::metrics).orElse(Set.of());
    Map<PromqlExpectation, QueryOutcome> answers = new HashMap<>(all.queries());
    for (PromqlExpectation question : scenario.promqlTests()) {
      if (SelectorNames.reads(question.expr(), metrics)) {
        Instant time = scenario.start().plus(question.evalTime());
        String suffix = set.orElseThrow().suffix();
        answers.put(
            question,
            QueryCopies.restored(
                test.query(SelectorNames.renamed(question.expr(), metrics, suffix), time), suffix));
      }
    }
    return answers;
  }

  private List<FailedRule> failedRules(Optional<CopySet> set) {
    Set<String> metrics = set.map(CopySet::metrics).orElse(Set.of());
    return all.failedRules().stream()
        .filter(
            failed -> {
              String name = failed.rule().name();
              return isOf(name, set)
                      && (failed.rule().kind() == RuleStatus.Kind.ALERTING
                          || CopyName.in(name).isPresent()
                          || !metrics.contains(name))
                  || set.isPresent() && CopyName.in(name).equals(Optional.of(set.get().suffix()));
            })
        .toList();
  }
}
