package io.firedrill.verdict;

import io.firedrill.model.AlertState;
import io.firedrill.model.Labels;
import io.firedrill.scenario.AlertStateExpectation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Checks {@code alert_state_test}. */
final class AlertStateCheck {

  private AlertStateCheck() {}

  static Optional<Failure> check(AlertStateExpectation expectation, Observed observed) {
    if (!observed.alertNames().contains(expectation.alertname())) {
      return Optional.of(UnknownAlert.of(expectation, observed));
    }
    Instant start = observed.timeline().start();
    Instant from = start.plus(expectation.from());
    Instant to = start.plus(expectation.to());
    List<Instant> evaluations =
        observed.evaluations().stream()
            .filter(e -> !e.isBefore(from) && !e.isAfter(to))
            .distinct()
            .sorted()
            .toList();
    if (evaluations.isEmpty()) {
      return Optional.of(NoEvaluation.of(expectation, observed));
    }
    List<AlertPresence> chosen =
        observed.alertStates().stream().filter(a -> chooses(expectation, a.alert())).toList();
    List<Instant> wrong =
        evaluations.stream().filter(e -> !holds(expectation.state(), chosen, e)).toList();
    return wrong.isEmpty()
        ? Optional.empty()
        : Optional.of(StateDiffers.of(expectation, chosen, evaluations, wrong, observed));
  }

  static boolean chooses(AlertStateExpectation expectation, Labels alert) {
    return alert.get(Labels.ALERT_NAME).equals(Optional.of(expectation.alertname()))
        && expectation.labels().entrySet().stream()
            .allMatch(e -> e.getValue().matches(alert.get(e.getKey()).orElse("")));
  }

  private static boolean holds(AlertState state, List<AlertPresence> chosen, Instant evaluation) {
    List<AlertState> active =
        chosen.stream().map(a -> a.at(evaluation)).filter(s -> s != AlertState.INACTIVE).toList();
    return state == AlertState.INACTIVE
        ? active.isEmpty()
        : !active.isEmpty() && active.stream().allMatch(state::equals);
  }
}
