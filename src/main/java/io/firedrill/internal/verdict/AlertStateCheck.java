package io.firedrill.internal.verdict;

import io.firedrill.internal.scenario.AlertStateExpectation;
import io.firedrill.model.AlertState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Checks {@code alert_state_test}. */
final class AlertStateCheck {

  private AlertStateCheck() {}

  static Optional<Failure> check(AlertStateExpectation entry, Observed observed) {
    return difference(ExpectedState.of(entry), observed).map(d -> d.at(entry.position()));
  }

  static Optional<Difference> difference(ExpectedState expectation, Observed observed) {
    if (!observed.alertNames().contains(expectation.alertname())) {
      return Optional.of(UnknownAlert.of(expectation.alertname(), observed));
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
      return Optional.of(
          NoEvaluation.of(expectation.alertname(), expectation.from(), expectation.to(), observed));
    }
    List<AlertPresence> chosen =
        observed.alertStates().stream().filter(a -> expectation.chooses(a.alert())).toList();
    List<Instant> wrong =
        evaluations.stream().filter(e -> !holds(expectation.state(), chosen, e)).toList();
    return wrong.isEmpty()
        ? Optional.empty()
        : Optional.of(StateDiffers.of(expectation, chosen, evaluations, wrong, observed));
  }

  private static boolean holds(AlertState state, List<AlertPresence> chosen, Instant evaluation) {
    List<AlertState> active =
        chosen.stream().map(a -> a.at(evaluation)).filter(s -> s != AlertState.INACTIVE).toList();
    return state == AlertState.INACTIVE
        ? active.isEmpty()
        : !active.isEmpty() && active.stream().allMatch(state::equals);
  }
}
