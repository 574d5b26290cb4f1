package io.firedrill.assertions;

import io.firedrill.internal.live.SelectedAlerts;
import io.firedrill.internal.run.AlertHistory;
import io.firedrill.internal.verdict.AlertPresence;
import io.firedrill.internal.verdict.Counts;
import io.firedrill.internal.verdict.FailureText;
import io.firedrill.internal.verdict.SeriesText;
import io.firedrill.internal.verdict.Stretch;
import io.firedrill.internal.verdict.VirtualTime;
import io.firedrill.model.AlertState;
import io.firedrill.model.Labels;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The history of some alerts in a drill: when any of them was in a state. */
final class AlertCourse {

  private static final int SHOWN = 10;

  private final SelectedAlerts alerts;
  private final VirtualTime time;
  private final List<Instant> evaluations;

  AlertCourse(SelectedAlerts alerts) {
    this.alerts = alerts;
    this.time = new VirtualTime(alerts.observed().timeline().start());
    this.evaluations =
        alerts.histories().stream()
            .flatMap(h -> h.states().keySet().stream())
            .distinct()
            .sorted()
            .toList();
  }

  VirtualTime time() {
    return time;
  }

  /** Uninterrupted sequences of evaluations at which any alert was in the state. */
  List<Stretch<Boolean>> stretches(AlertState state) {
    return Stretch.of(evaluations, e -> any(state, e)).stream().filter(Stretch::what).toList();
  }

  /** The first evaluation after a stretch; empty if it lasts to the end. */
  Optional<Instant> end(Stretch<Boolean> stretch) {
    return evaluations.stream().filter(e -> e.isAfter(stretch.last())).findFirst();
  }

  /** The duration of a stretch, up to that evaluation. */
  Optional<Duration> length(Stretch<Boolean> stretch) {
    return end(stretch).map(end -> Duration.between(stretch.first(), end));
  }

  /** Why the alerts were not in a state at any evaluation from an instant on. */
  List<String> whyNever(AlertState expected, Instant from) {
    return why(
        expected, alerts.observed().evaluations().stream().filter(e -> !e.isBefore(from)).toList());
  }

  /** Why the alerts were in another state at an evaluation. */
  List<String> why(AlertState expected, Instant evaluation) {
    return why(
        expected, alerts.observed().evaluations().stream().filter(evaluation::equals).toList());
  }

  private List<String> why(AlertState expected, List<Instant> some) {
    return alerts.why(expected, some);
  }

  /** A failure with the states of each alert, why, and the whole timeline. */
  String failure(String summary, List<String> why) {
    return failure(summary, why, time.start(), alerts.observed().timeline().end());
  }

  /** A failure with the states of each alert, why, and the timeline around a window. */
  String failure(String summary, List<String> why, Instant from, Instant to) {
    FailureText text = new FailureText(title() + ": " + summary);
    states(text);
    text.why(why);
    return text.timeline(alerts.observed(), from, to).text();
  }

  String title() {
    return SeriesText.selector(alerts.alertname(), alerts.labels());
  }

  private void states(FailureText text) {
    List<AlertHistory> histories = alerts.histories();
    Map<Labels, List<String>> states = new LinkedHashMap<>();
    histories.forEach(h -> states.put(h.alert(), states(h)));
    text.states(states, "");
    List<String> others = histories.isEmpty() ? others() : List.of();
    if (!others.isEmpty()) {
      text.section("alerts of that name with other labels:", others);
    }
  }

  private List<String> states(AlertHistory history) {
    List<Stretch<AlertState>> stretches =
        Stretch.of(List.copyOf(history.states().keySet()), history.states()::get);
    List<String> lines = new ArrayList<>();
    stretches.stream().limit(SHOWN).forEach(s -> lines.add(s.text(time) + "  " + s.what()));
    if (stretches.size() > SHOWN) {
      lines.add("and " + Counts.of(stretches.size() - SHOWN, "more change"));
    }
    return lines;
  }

  private List<String> others() {
    return alerts.observed().alertStates().stream()
        .map(AlertPresence::alert)
        .filter(a -> a.get(Labels.ALERT_NAME).equals(Optional.of(alerts.alertname())))
        .map(SeriesText::alert)
        .sorted()
        .limit(SHOWN)
        .toList();
  }

  private boolean any(AlertState state, Instant evaluation) {
    return alerts.histories().stream()
        .map(h -> h.states().floorEntry(evaluation))
        .flatMap(Stream::ofNullable)
        .map(Map.Entry::getValue)
        .anyMatch(state::equals);
  }
}
