package io.firedrill.internal.explain;

import io.firedrill.internal.verdict.AlertPresence;
import io.firedrill.model.AlertState;
import io.firedrill.model.Labels;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * When an alert fired.
 *
 * @param alert its labels, as Prometheus has them
 * @param sent its labels, as Alertmanager gets them: external ones included
 * @param pending the first evaluation at which it was pending, if it ever was
 * @param spans when it fired, in order
 */
record FiringTimes(Labels alert, Labels sent, Optional<Instant> pending, List<Span> spans) {

  /**
   * From one instant until before another.
   *
   * @param end the first evaluation at which it no longer fired, or empty
   */
  record Span(Instant begin, Optional<Instant> end) {

    boolean contains(Instant time) {
      return !time.isBefore(begin) && end.filter(e -> !time.isBefore(e)).isEmpty();
    }
  }

  static FiringTimes of(AlertPresence presence, Labels externalLabels, List<Instant> evaluations) {
    List<Span> spans = new ArrayList<>();
    Instant begin = null;
    Instant pending = null;
    for (Instant evaluation : evaluations) {
      AlertState state = presence.states().getOrDefault(evaluation, AlertState.INACTIVE);
      if (state == AlertState.PENDING && pending == null) {
        pending = evaluation;
      }
      if (state == AlertState.FIRING && begin == null) {
        begin = evaluation;
      } else if (state != AlertState.FIRING && begin != null) {
        spans.add(new Span(begin, Optional.of(evaluation)));
        begin = null;
      }
    }
    if (begin != null) {
      spans.add(new Span(begin, Optional.empty()));
    }
    Labels sent = externalLabels.merge(presence.alert());
    return new FiringTimes(
        presence.alert(), sent, Optional.ofNullable(pending), List.copyOf(spans));
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
}
