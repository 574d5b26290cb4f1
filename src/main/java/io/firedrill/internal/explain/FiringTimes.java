package io.firedrill.internal.explain;

import io.firedrill.internal.verdict.AlertPresence;
import io.firedrill.model.AlertState;
import io.firedrill.model.Labels;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * When an alert was pending and when it fired.
 *
 * @param alert its labels, as Prometheus has them
 * @param sent its labels, as Alertmanager gets them: external ones included
 * @param pending when it was pending, in order
 * @param spans when it fired, in order
 */
record FiringTimes(Labels alert, Labels sent, List<Span> pending, List<Span> spans) {

  /**
   * From one instant until before another.
   *
   * @param end the first evaluation at which it was in another state, or empty
   */
  record Span(Instant begin, Optional<Instant> end) {

    boolean contains(Instant time) {
      return !time.isBefore(begin) && end.filter(e -> !time.isBefore(e)).isEmpty();
    }
  }

  FiringTimes {
    pending = List.copyOf(pending);
    spans = List.copyOf(spans);
  }

  static FiringTimes of(AlertPresence presence, Labels externalLabels, List<Instant> evaluations) {
    return new FiringTimes(
        presence.alert(),
        externalLabels.merge(presence.alert()),
        spans(presence, evaluations, AlertState.PENDING),
        spans(presence, evaluations, AlertState.FIRING));
  }

  private static List<Span> spans(
      AlertPresence presence, List<Instant> evaluations, AlertState state) {
    List<Span> spans = new ArrayList<>();
    Instant begin = null;
    for (Instant evaluation : evaluations) {
      boolean is = presence.states().getOrDefault(evaluation, AlertState.INACTIVE) == state;
      if (is && begin == null) {
        begin = evaluation;
      } else if (!is && begin != null) {
        spans.add(new Span(begin, Optional.of(evaluation)));
        begin = null;
      }
    }
    if (begin != null) {
      spans.add(new Span(begin, Optional.empty()));
    }
    return spans;
  }

  /** The same, which gets to Alertmanager with other labels. */
  FiringTimes sentAs(Labels labels) {
    return new FiringTimes(alert, labels, pending, spans);
  }

  boolean at(Instant time) {
    return spans.stream().anyMatch(s -> s.contains(time));
  }

  /** The last time that it started to fire. */
  Optional<Span> last(Instant time) {
    return spans.stream().filter(s -> !s.begin().isAfter(time)).reduce((a, b) -> b);
  }

  /** The first time after an instant that it starts to fire. */
  Optional<Instant> next(Instant time) {
    return spans.stream().map(Span::begin).filter(b -> b.isAfter(time)).findFirst();
  }

  /** When it was pending between the last time that it fired and an instant. */
  List<Span> pendingSince(Instant ended, Instant until) {
    return pending.stream()
        .filter(p -> !p.begin().isBefore(ended) && !p.begin().isAfter(until))
        .toList();
  }
}
