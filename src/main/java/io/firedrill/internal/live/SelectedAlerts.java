package io.firedrill.internal.live;

import io.firedrill.drill.AlertSelection;
import io.firedrill.internal.run.AlertHistory;
import io.firedrill.internal.scenario.ValueMatcher;
import io.firedrill.internal.verdict.Difference;
import io.firedrill.internal.verdict.Differences;
import io.firedrill.internal.verdict.Observed;
import io.firedrill.internal.verdict.RuleAnswer;
import io.firedrill.internal.verdict.RuleQuestion;
import io.firedrill.model.AlertState;
import io.firedrill.model.Labels;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The alerts with one name and certain labels, up to one virtual instant of a drill.
 *
 * @param alertname the alerting rule's name
 * @param labels labels that the alerts must have; they may have others
 * @param histories the alerts that were ever pending or firing, sorted by labels
 * @param observed all that the drill had observed
 * @param rules says why a rule raised an alert, or not
 * @param expectNone notes that no such alert is expected
 */
public record SelectedAlerts(
    String alertname,
    Map<String, ValueMatcher> labels,
    List<AlertHistory> histories,
    Observed observed,
    Function<RuleQuestion, RuleAnswer> rules,
    Runnable expectNone)
    implements AlertSelection {

  public SelectedAlerts {
    labels = ValueMatcher.copyOf(labels);
    histories = List.copyOf(histories);
  }

  static SelectedAlerts of(
      String alertname, String[] labels, List<AlertHistory> all, LookNow look, DrillInputUse use) {
    Map<String, ValueMatcher> matchers = matchers(labels);
    List<AlertHistory> matching =
        all.stream()
            .filter(h -> h.alert().get(Labels.ALERT_NAME).orElse("").equals(alertname))
            .filter(h -> matches(matchers, h.alert()))
            .toList();
    return new SelectedAlerts(
        alertname,
        matchers,
        matching,
        look.observed(),
        look::rule,
        () -> use.expectNoAlert(alertname));
  }

  /**
   * Casts a selection of the public API to this implementation.
   *
   * @throws IllegalArgumentException if it does not come from a drill
   */
  public static SelectedAlerts of(AlertSelection alerts) {
    return RigDrill.own(SelectedAlerts.class, alerts);
  }

  @Override
  public boolean isFiring() {
    return isNow(AlertState.FIRING);
  }

  @Override
  public boolean isPending() {
    return isNow(AlertState.PENDING);
  }

  @Override
  public Optional<String> unknown() {
    return Differences.unknownAlert(alertname, observed).map(Difference::text);
  }

  /**
   * Why the alerts were in another state than expected at some evaluations.
   *
   * @return lines of text; none if there is nothing to add
   */
  public List<String> why(AlertState expected, List<Instant> evaluations) {
    return evaluations.isEmpty()
        ? List.of()
        : rules
            .apply(new RuleQuestion(alertname, labels, expected, evaluations, Optional.empty()))
            .lines();
  }

  private boolean isNow(AlertState state) {
    return histories.stream()
        .map(h -> h.states().lastEntry())
        .anyMatch(last -> last != null && last.getValue() == state);
  }

  private static boolean matches(Map<String, ValueMatcher> matchers, Labels labels) {
    return matchers.entrySet().stream()
        .allMatch(m -> m.getValue().matches(labels.get(m.getKey()).orElse("")));
  }

  private static Map<String, ValueMatcher> matchers(String[] namesAndValues) {
    if (namesAndValues.length % 2 != 0) {
      throw new IllegalArgumentException(
          "labels are pairs of a name and a value, but the last has no value: "
              + String.join(", ", namesAndValues));
    }
    Map<String, ValueMatcher> matchers = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      matchers.put(namesAndValues[i], ValueMatcher.parse(namesAndValues[i + 1]));
    }
    return matchers;
  }
}
