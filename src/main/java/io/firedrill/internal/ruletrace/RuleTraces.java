package io.firedrill.internal.ruletrace;

import io.firedrill.internal.prometheus.PrometheusException;
import io.firedrill.internal.prometheus.RuleStatus;
import io.firedrill.internal.ruletrace.TracedRun.SentLabels;
import io.firedrill.internal.verdict.RuleAnswer;
import io.firedrill.internal.verdict.RuleQuestion;
import io.firedrill.internal.verdict.RuleTrace;
import io.firedrill.model.AlertState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Answers questions about rules, with what Prometheus says after the run. */
public final class RuleTraces {

  /** More answers take time, and nobody reads them. */
  private static final int ANSWERED = 50;

  /** The same of rules with one name. */
  private static final int RULES = 3;

  private final TracedRun run;
  private final SeriesInStore store;
  private final Map<RuleQuestion, RuleAnswer> answers = new HashMap<>();

  /** Answers with what the servers of a run say. */
  public RuleTraces(TracedRun run) {
    this.run = run;
    this.store = new SeriesInStore(run);
  }

  /** Why the alert was not in the expected state. */
  public RuleAnswer answer(RuleQuestion question) {
    if (run.unavailable().isPresent()) {
      return question.since().isPresent()
          ? RuleAnswer.NONE
          : new RuleAnswer(List.of("not known: " + run.unavailable().get()), List.of());
    }
    if (!answers.containsKey(question) && answers.size() == ANSWERED) {
      return RuleAnswer.NONE;
    }
    return answers.computeIfAbsent(question, q -> find(asPrometheusHasThem(q)));
  }

  /** Of relabelled alerts, a notification's labels say nothing but the name. */
  private RuleQuestion asPrometheusHasThem(RuleQuestion question) {
    return question.since().isPresent() && run.sent() == SentLabels.RELABELLED
        ? new RuleQuestion(
            question.alertname(),
            Map.of(),
            question.expected(),
            question.evaluations(),
            question.since())
        : question;
  }

  private RuleAnswer find(RuleQuestion question) {
    AlertStates states = AlertStates.of(question, run);
    List<Instant> wrong = wrong(question, states);
    if (wrong.isEmpty()) {
      return RuleAnswer.NONE;
    }
    Instant first = wrong.get(0);
    List<TracedRule> rules =
        TracedRule.named(question.alertname(), RuleStatus.Kind.ALERTING, run.units().apply(first));
    List<TracedRule> fitting =
        rules.stream().filter(rule -> RuleLabels.allow(rule, question).isEmpty()).toList();
    List<String> lines = new ArrayList<>();
    List<RuleTrace> traces = new ArrayList<>();
    if (fitting.isEmpty()) {
      rules.stream()
          .limit(RULES)
          .flatMap(rule -> RuleLabels.allow(rule, question).stream())
          .forEach(lines::add);
    }
    for (TracedRule rule : fitting.subList(0, Math.min(RULES, fitting.size()))) {
      List<Instant> own = own(rule, wrong, question);
      // A notification depends on the state when it is due.
      Instant key = own.get(question.since().isPresent() ? own.size() - 1 : 0);
      PartValues values = new PartValues(run.queries(), rule, own);
      try {
        lines.addAll(
            question.expected() == AlertState.INACTIVE
                ? new WhyActive(run, rule, values, store, states).lines(question, key)
                : new WhyNotFiring(run, rule, values, store, states).lines(question, own));
        traces.add(new PartTree(run, rule).at(key));
      } catch (PrometheusException e) {
        lines.add("not known: " + e.getMessage().lines().findFirst().orElse(""));
      }
    }
    return new RuleAnswer(lines, traces);
  }

  /** Of a notification, those after the last at which the alert was as expected. */
  private List<Instant> wrong(RuleQuestion question, AlertStates states) {
    List<Instant> evaluations = question.evaluations();
    if (question.since().isEmpty()) {
      return evaluations;
    }
    boolean explainsNothing =
        evaluations.stream()
            .filter(e -> !e.isBefore(question.since().get()))
            .anyMatch(e -> states.areAs(question.expected(), e));
    if (explainsNothing) {
      return List.of();
    }
    int begin = evaluations.size();
    while (begin > 0 && !states.areAs(question.expected(), evaluations.get(begin - 1))) {
      begin--;
    }
    return evaluations.subList(begin, evaluations.size());
  }

  /** The rule's own evaluations; of others, the last before them. */
  private List<Instant> own(TracedRule rule, List<Instant> evaluations, RuleQuestion question) {
    List<Instant> own =
        evaluations.stream().filter(e -> rule.isEvaluatedAt(e, run.start())).toList();
    if (own.isEmpty()) {
      return List.of(rule.evaluation(evaluations.get(0), run.start()));
    }
    return question.since().isPresent()
        ? own.subList(Math.max(0, own.size() - PartValues.INSTANTS), own.size())
        : own;
  }
}
