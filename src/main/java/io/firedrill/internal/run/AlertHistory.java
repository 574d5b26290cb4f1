package io.firedrill.internal.run;

import io.firedrill.internal.prometheus.ActiveAlert;
import io.firedrill.internal.prometheus.PrometheusApi;
import io.firedrill.internal.prometheus.QueryResult;
import io.firedrill.internal.verdict.AlertPresence;
import io.firedrill.model.AlertState;
import io.firedrill.model.Labels;
import io.firedrill.model.TimelineEvent.AlertChanged;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * An alert's state after each of its evaluations, from the series {@code ALERTS} that Prometheus
 * itself writes at each one.
 *
 * @param alert the alert's labels, {@code alertname} included
 * @param states the state after each evaluation from the start to the end, in order
 * @param details annotations and value after each evaluation at which the alert was pending or
 *     firing, if they were read
 */
public record AlertHistory(
    Labels alert,
    NavigableMap<Instant, AlertState> states,
    NavigableMap<Instant, ActiveAlert> details) {

  static final String STATE_LABEL = "alertstate";

  public AlertHistory {
    states = Collections.unmodifiableNavigableMap(new TreeMap<>(states));
    details = Collections.unmodifiableNavigableMap(new TreeMap<>(details));
  }

  /**
   * Reads all histories.
   *
   * @param record the evaluations that took place
   * @param unrecorded the active alerts after evaluations that wrote no {@code ALERTS}, or wrote
   *     them for another time
   */
  static List<AlertHistory> read(
      PrometheusApi prometheus,
      Instant start,
      Instant end,
      EvaluationRecord record,
      Map<Instant, List<ActiveAlert>> unrecorded) {
    if (end.isBefore(start)) {
      return List.of();
    }
    // A second more than the run, because in Prometheus 3 a range excludes its first instant.
    long seconds = Duration.between(start, end).plusMillis(1999).toSeconds();
    QueryResult result = prometheus.query("ALERTS[" + seconds + "s]", end);
    Map<Labels, Map<Instant, AlertState>> seen = new TreeMap<>();
    for (QueryResult.Range range : ((QueryResult.Matrix) result).ranges()) {
      Optional<AlertState> state = range.labels().get(STATE_LABEL).flatMap(AlertHistory::state);
      if (state.isPresent()) {
        Labels alert = range.labels().without(STATE_LABEL).without(Labels.METRIC_NAME);
        Map<Instant, AlertState> states = seen.computeIfAbsent(alert, any -> new TreeMap<>());
        range.points().forEach(p -> states.put(p.time(), state.get()));
      }
    }
    unrecorded.keySet().forEach(instant -> seen.values().forEach(s -> s.remove(instant)));
    unrecorded.forEach(
        (instant, alerts) ->
            alerts.forEach(
                a ->
                    seen.computeIfAbsent(a.labels(), any -> new TreeMap<>())
                        .put(instant, a.state())));
    return histories(seen, record);
  }

  private static List<AlertHistory> histories(
      Map<Labels, Map<Instant, AlertState>> seen, EvaluationRecord record) {
    Map<AlertOrigin, SortedSet<Instant>> evaluations = new HashMap<>();
    List<AlertHistory> histories = new ArrayList<>();
    seen.forEach(
        (alert, states) -> {
          NavigableMap<Instant, AlertState> full = new TreeMap<>();
          for (Instant instant : evaluations.computeIfAbsent(record.origin(alert), record::of)) {
            full.put(instant, states.getOrDefault(instant, AlertState.INACTIVE));
          }
          // Alerts without a rule in this run are input series that look like alerts.
          if (!full.isEmpty()) {
            histories.add(new AlertHistory(alert, full, new TreeMap<>()));
          }
        });
    return histories;
  }

  /**
   * The combined history of several servers with the same rules: at each evaluation, the most
   * advanced state.
   */
  static List<AlertHistory> merge(List<List<AlertHistory>> servers) {
    if (servers.size() == 1) {
      return servers.get(0);
    }
    Map<Labels, NavigableMap<Instant, AlertState>> merged = new TreeMap<>();
    for (List<AlertHistory> histories : servers) {
      for (AlertHistory history : histories) {
        NavigableMap<Instant, AlertState> states =
            merged.computeIfAbsent(history.alert(), any -> new TreeMap<>());
        history
            .states()
            .forEach((t, s) -> states.merge(t, s, (a, b) -> a.compareTo(b) < 0 ? b : a));
      }
    }
    return merged.entrySet().stream()
        .map(e -> new AlertHistory(e.getKey(), e.getValue(), new TreeMap<>()))
        .toList();
  }

  private static Optional<AlertState> state(String label) {
    return Stream.of(AlertState.values())
        .filter(s -> s.name().toLowerCase(Locale.ROOT).equals(label))
        .findFirst();
  }

  /** The same with details of the alert. */
  public AlertHistory withDetails(NavigableMap<Instant, ActiveAlert> seen) {
    return new AlertHistory(alert, states, seen);
  }

  /** The state at every evaluation of the run, including those of other rules. */
  public AlertPresence presence(Collection<Instant> evaluations) {
    Map<Instant, AlertState> at = new TreeMap<>();
    for (Instant evaluation : evaluations) {
      Map.Entry<Instant, AlertState> last = states.floorEntry(evaluation);
      if (last != null && last.getValue() != AlertState.INACTIVE) {
        at.put(evaluation, last.getValue());
      }
    }
    return new AlertPresence(alert, at);
  }

  /** The state changes; every alert begins as inactive. */
  public List<AlertChanged> changes() {
    List<AlertChanged> changes = new ArrayList<>();
    AlertState last = AlertState.INACTIVE;
    for (Map.Entry<Instant, AlertState> entry : states.entrySet()) {
      if (entry.getValue() != last) {
        changes.add(new AlertChanged(entry.getKey(), alert, last, entry.getValue()));
        last = entry.getValue();
      }
    }
    return changes;
  }
}
