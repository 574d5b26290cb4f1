package io.firedrill.internal.verdict;

import io.firedrill.internal.scenario.AlertStateExpectation;
import io.firedrill.internal.scenario.StateManner;
import io.firedrill.model.AlertState;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
    List<Instant> having = evaluations.stream().filter(e -> has(expectation, chosen, e)).toList();
    List<Instant> wrong =
        switch (expectation.manner()) {
          case ALWAYS -> without(evaluations, having);
          case NEVER -> having;
          case AT_LEAST_ONCE -> having.isEmpty() ? evaluations : List.of();
        };
    return wrong.isEmpty()
        ? Optional.empty()
        : Optional.of(StateDiffers.of(expectation, chosen, evaluations, wrong, observed));
  }

  private static List<Instant> without(List<Instant> all, List<Instant> some) {
    Set<Instant> left = new LinkedHashSet<>(all);
    some.forEach(left::remove);
    return List.copyOf(left);
  }

  private static boolean has(
      ExpectedState expectation, List<AlertPresence> chosen, Instant evaluation) {
    List<AlertState> active =
        chosen.stream().map(a -> a.at(evaluation)).filter(s -> s != AlertState.INACTIVE).toList();
    AlertState state = expectation.state();
    if (state == AlertState.INACTIVE) {
      return active.isEmpty();
    }
    return expectation.manner() == StateManner.ALWAYS
        ? !active.isEmpty() && active.stream().allMatch(state::equals)
        : active.contains(state);
  }
}
