package io.firedrill.internal.explain;

import io.firedrill.internal.scenario.ExpectedNotification;
import io.firedrill.internal.scenario.ValueMatcher;
import io.firedrill.internal.verdict.Observed;
import io.firedrill.internal.verdict.SeriesText;
import io.firedrill.internal.verdict.UnknownName;
import io.firedrill.model.Labels;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** No alert of the run matches the expectation. */
final class NoAlert {

  private static final int SHOWN = 3;

  private NoAlert() {}

  /**
   * What there was instead.
   *
   * @param alerts the alerts of the run, with the labels that Alertmanager got
   */
  static List<String> of(
      ExpectedNotification expected, Observed observed, List<FiringTimes> alerts) {
    Optional<String> name =
        Stream.concat(
                Stream.of(expected.groupLabels()), expected.alerts().stream().map(a -> a.labels()))
            .flatMap(labels -> Optional.ofNullable(labels.get(Labels.ALERT_NAME)).stream())
            .filter(ValueMatcher.Exact.class::isInstance)
            .map(m -> ((ValueMatcher.Exact) m).text())
            .findFirst();
    if (name.isEmpty()) {
      return List.of(
          observed.alertStates().isEmpty()
              ? "no alert was pending or firing in this run"
              : "no alert of this run has these labels" + those(alerts, Optional.empty()));
    }
    if (!observed.alertNames().contains(name.get())) {
      return List.of(UnknownName.hint("alerting rule", name.get(), observed.alertNames()));
    }
    String others = those(alerts, name);
    return List.of(
        others.isEmpty()
            ? name.get() + " was never pending in this run"
            : "no " + name.get() + " of this run has these labels" + others);
  }

  private static String those(List<FiringTimes> all, Optional<String> name) {
    List<String> alerts =
        all.stream()
            .filter(a -> name.isEmpty() || a.alert().get(Labels.ALERT_NAME).equals(name))
            .sorted(Comparator.comparing(FiringTimes::alert))
            .map(NoAlert::text)
            .toList();
    if (alerts.isEmpty()) {
      return "";
    }
    int more = alerts.size() - SHOWN;
    return "; there were: "
        + String.join(", ", alerts.subList(0, Math.min(SHOWN, alerts.size())))
        + (more > 0 ? " and " + more + " more" : "");
  }

  private static String text(FiringTimes alert) {
    return SeriesText.alert(alert.alert())
        + (alert.sent().equals(alert.alert())
            ? ""
            : " (sent as " + SeriesText.alert(alert.sent()) + ")");
  }
}
