package io.firedrill.internal.ruletrace;

import io.firedrill.internal.prometheus.QueryResult.Element;
import io.firedrill.internal.verdict.AlertPresence;
import io.firedrill.internal.verdict.Counts;
import io.firedrill.internal.verdict.RuleQuestion;
import io.firedrill.internal.verdict.SeriesText;
import io.firedrill.internal.verdict.Stretch;
import io.firedrill.model.AlertState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Why an alert is not firing, or not pending. */
final class WhyNotFiring {

  /** More fills the screen; the traces have the rest. */
  private static final int STRETCHES = 3;

  private static final int FINDINGS = 2;

  private final TracedRun run;
  private final TracedRule rule;
  private final PartValues values;
  private final SeriesInStore store;
  private final AlertStates states;

  WhyNotFiring(
      TracedRun run, TracedRule rule, PartValues values, SeriesInStore store, AlertStates states) {
    this.run = run;
    this.rule = rule;
    this.values = values;
    this.store = store;
    this.states = states;
  }

  List<String> lines(RuleQuestion question, List<Instant> evaluations) {
    LabelFilter filter = RuleLabels.fromResult(rule, question.labels(), run.externalLabels());
    List<Stretch<List<Finding>>> stretches =
        Stretch.of(values.instants(), e -> findings(question, filter, e));
    if (question.since().isPresent()) {
      stretches = stretches.subList(stretches.size() - 1, stretches.size());
    }
    List<String> lines = new ArrayList<>();
    FindingText text = new FindingText(run, rule, values, store, 0);
    for (Stretch<List<Finding>> stretch :
        stretches.subList(0, Math.min(STRETCHES, stretches.size()))) {
      lines.addAll(lines(question, stretch, text));
    }
    if (stretches.size() > STRETCHES) {
      lines.add("and " + Counts.of(stretches.size() - STRETCHES, "more change"));
    }
    return lines;
  }

  private List<Finding> findings(RuleQuestion question, LabelFilter filter, Instant evaluation) {
    Optional<AlertPresence> active = states.active(evaluation);
    if (active.isPresent()) {
      return question.expected() == AlertState.FIRING
          ? states.in(AlertState.PENDING, evaluation).stream()
              .map(alert -> pending(alert, evaluation))
              .toList()
          : List.of();
    }
    try {
      return inactive(filter, evaluation);
    } catch (UnknownValueException e) {
      return List.of(new Finding.Failed(e.getMessage()));
    }
  }

  private List<Finding> inactive(LabelFilter filter, Instant evaluation) {
    List<Element> admitted =
        values.of(rule.expr(), evaluation).stream().filter(e -> filter.admits(e.labels())).toList();
    if (admitted.isEmpty()) {
      return new Deciding(values)
          .why(rule.expr(), filter, evaluation).stream().limit(FINDINGS).toList();
    }
    boolean isComplete =
        admitted.stream()
            .anyMatch(e -> e.labels().asMap().keySet().containsAll(filter.labels().keySet()));
    return List.of(
        isComplete ? contradiction(evaluation) : new Finding.OtherLabels(rule.expr(), filter));
  }

  private Finding pending(AlertPresence alert, Instant evaluation) {
    return new Finding.Pending(
        SeriesText.alert(alert.alert()),
        AlertStates.since(alert, run.evaluations(rule), evaluation));
  }

  private List<String> lines(
      RuleQuestion question, Stretch<List<Finding>> stretch, FindingText text) {
    List<Instant> evaluations =
        values.instants().stream()
            .filter(e -> !e.isBefore(stretch.first()) && !e.isAfter(stretch.last()))
            .toList();
    List<String> lines = new ArrayList<>();
    for (Finding finding : stretch.what()) {
      if (finding instanceof Finding.Pending pending) {
        Optional<String> interruption = new Interruption(run, rule, store, states).of(pending);
        if (question.since().isEmpty()) {
          lines.addAll(
              titled(pending.alert(), stretch, evaluations, text.lines(finding, evaluations)));
        }
        interruption.ifPresent(lines::add);
      } else {
        lines.addAll(
            titled(
                SeriesText.selector(question.alertname(), question.labels()),
                stretch,
                evaluations,
                text.lines(finding, evaluations)));
      }
    }
    return lines;
  }

  private List<String> titled(
      String alert, Stretch<?> stretch, List<Instant> evaluations, List<String> sentences) {
    List<String> lines = new ArrayList<>(sentences);
    lines.set(
        0, "%s %s: %s".formatted(alert, window(stretch, evaluations.size()), sentences.get(0)));
    return lines;
  }

  /** The alert may have been as expected in between. */
  private String window(Stretch<?> stretch, int evaluations) {
    String window =
        run.time().window(run.time().offset(stretch.first()), run.time().offset(stretch.last()));
    long all =
        run.evaluations(rule).stream()
            .filter(e -> !e.isBefore(stretch.first()) && !e.isAfter(stretch.last()))
            .count();
    return all > evaluations ? "at " + Counts.of(evaluations, "evaluation") + " " + window : window;
  }

  /** That an evaluation failed, Prometheus says at the first time only. */
  private Finding contradiction(Instant evaluation) {
    return run.observed().failedRules().stream()
        .filter(f -> f.rule().position().equals(rule.rule().position()))
        .filter(f -> !f.evaluation().isAfter(evaluation))
        .findFirst()
        .<Finding>map(f -> new Finding.NotEvaluated(f.evaluation(), f.message()))
        .orElseGet(
            () -> new Finding.Unknown("asked after the run, the expression returns the alert"));
  }
}
