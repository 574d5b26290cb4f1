package io.firedrill.internal.verdict;

import io.firedrill.internal.scenario.ExpectedNotification;
import io.firedrill.internal.scenario.ValueMatcher;
import io.firedrill.model.AlertState;
import io.firedrill.model.Labels;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Asks about the rules whose alerts an expected notification names. */
final class NotifiedAlerts {

  /** More would fill the screen. */
  private static final int ASKED = 3;

  private NotifiedAlerts() {}

  static List<RuleQuestion> questions(
      Claim claim, ExpectedNotification expected, Observed observed) {
    List<Instant> asked = new Question(claim, expected).instants(observed);
    List<Instant> evaluations =
        observed.evaluations().stream()
            .filter(e -> !e.isAfter(asked.get(asked.size() - 1)))
            .sorted()
            .toList();
    if (evaluations.isEmpty()) {
      return List.of();
    }
    Instant last = evaluations.get(evaluations.size() - 1);
    Instant since = asked.get(0).isBefore(last) ? asked.get(0) : last;
    AlertState state =
        expected.status().filter("resolved"::equals).isPresent()
            ? AlertState.INACTIVE
            : AlertState.FIRING;
    return labels(expected)
        .flatMap(labels -> named(labels, observed).stream())
        .limit(ASKED)
        .map(
            alert ->
                new RuleQuestion(
                    alert.name(), alert.labels(), state, evaluations, Optional.of(since)))
        .toList();
  }

  private record Alert(String name, Map<String, ValueMatcher> labels) {}

  /** The labels of each alert that a notification should contain. */
  static Stream<Map<String, ValueMatcher>> labels(ExpectedNotification expected) {
    if (expected.alerts().isEmpty()) {
      return Stream.of(expected.groupLabels());
    }
    return expected.alerts().stream()
        .map(
            alert -> {
              Map<String, ValueMatcher> labels = new LinkedHashMap<>(expected.groupLabels());
              labels.putAll(alert.labels());
              return labels;
            });
  }

  /** Without a name of a rule, nobody knows which rule is meant. */
  private static Optional<Alert> named(Map<String, ValueMatcher> labels, Observed observed) {
    Map<String, ValueMatcher> others = new LinkedHashMap<>(labels);
    ValueMatcher name = others.remove(Labels.ALERT_NAME);
    return name instanceof ValueMatcher.Exact exact && observed.alertNames().contains(exact.text())
        ? Optional.of(new Alert(exact.text(), others))
        : Optional.empty();
  }
}
