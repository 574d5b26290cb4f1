package io.firedrill.internal.ruletrace;

import io.firedrill.internal.scenario.ValueMatcher;
import io.firedrill.internal.verdict.AlertPresence;
import io.firedrill.internal.verdict.RuleQuestion;
import io.firedrill.model.AlertState;
import io.firedrill.model.Labels;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The alerts that a question is about, and their states as Prometheus recorded them. */
final class AlertStates {

  private final List<AlertPresence> alerts;

  private AlertStates(List<AlertPresence> alerts) {
    this.alerts = alerts;
  }

  static AlertStates of(RuleQuestion question, TracedRun run) {
    return new AlertStates(
        run.observed().alertStates().stream()
            .filter(a -> a.alert().get(Labels.ALERT_NAME).equals(Optional.of(question.alertname())))
            .filter(a -> chooses(question, run.externalLabels().merge(a.alert())))
            .sorted(Comparator.comparing(AlertPresence::alert))
            .toList());
  }

  private static boolean chooses(RuleQuestion question, Labels alert) {
    return question.labels().entrySet().stream()
        .allMatch(e -> has(alert, e.getKey(), e.getValue()));
  }

  private static boolean has(Labels alert, String name, ValueMatcher value) {
    return value.matches(alert.get(name).orElse(""));
  }

  /** Whether the expectation holds at an evaluation. */
  boolean areAs(AlertState expected, Instant evaluation) {
    List<AlertState> active =
        alerts.stream()
            .map(a -> state(a, evaluation))
            .filter(s -> s != AlertState.INACTIVE)
            .toList();
    return expected == AlertState.INACTIVE
        ? active.isEmpty()
        : active.stream().anyMatch(expected::equals);
  }

  /** An alert that is active at an evaluation, the most urgent first. */
  Optional<AlertPresence> active(Instant evaluation) {
    return in(AlertState.FIRING, evaluation).or(() -> in(AlertState.PENDING, evaluation));
  }

  /** An alert in a state at an evaluation. */
  Optional<AlertPresence> in(AlertState state, Instant evaluation) {
    return alerts.stream().filter(a -> state(a, evaluation) == state).findFirst();
  }

  /** The first of consecutive evaluations at which an alert is active, up to one of them. */
  static Instant since(AlertPresence alert, List<Instant> evaluations, Instant evaluation) {
    Instant since = evaluation;
    for (int i = evaluations.size() - 1; i >= 0; i--) {
      Instant e = evaluations.get(i);
      if (e.isAfter(evaluation)) {
        continue;
      }
      if (state(alert, e) == AlertState.INACTIVE) {
        break;
      }
      since = e;
    }
    return since;
  }

  static AlertState state(AlertPresence alert, Instant evaluation) {
    return alert.states().getOrDefault(evaluation, AlertState.INACTIVE);
  }
}
