package io.firedrill.internal.explain;

import io.firedrill.internal.explain.FiringTimes.Span;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Why an alert that does not fire in Prometheus does not. */
final class NotFiring {

  /** An alert that flaps fills the screen. */
  private static final int SHOWN = 3;

  private NotFiring() {}

  /** Empty if it fires. */
  static Optional<String> of(Case one) {
    FiringTimes alert = one.alert();
    Optional<Instant> down = one.evidence().servers().prometheusDownSince(one.time());
    if (down.isPresent()) {
      return Optional.of(down(one, down.get()));
    }
    Optional<Instant> started = one.evidence().startedSinceEvaluation(one.time());
    if (started.isPresent()) {
      return Optional.of(
          "Prometheus was started at %s, and has not evaluated its rules since"
              .formatted(one.text(started.get())));
    }
    if (alert.at(one.time())) {
      return Optional.empty();
    }
    Optional<Instant> ended = alert.last(one.time()).flatMap(Span::end);
    Optional<Instant> next = alert.next(one.time());
    Instant until =
        next.filter(n -> n.isBefore(one.last())).map(n -> n.minusNanos(1)).orElse(one.last());
    List<Span> pending = alert.pendingSince(ended.orElse(Instant.MIN), until);
    boolean began = pending.stream().anyMatch(p -> !p.begin().isAfter(one.time()));
    String later =
        next.map(t -> "it fires at " + one.text(t))
            .orElse(
                "it does not fire before the end of the run at " + one.text(one.evidence().end()));
    if (ended.isPresent()) {
      return Optional.of(
          "it has not fired since "
              + ended(one, ended.get())
              + (began ? "; " + pending(one, pending, later) : ""));
    }
    return Optional.of(began ? pending(one, pending, later) : "not pending; " + later);
  }

  /** The evaluation at which it no longer fired; a Prometheus that was down made none before. */
  private static String ended(Case one, Instant ended) {
    Instant last = one.evidence().evaluationBefore(ended);
    return one.evidence()
        .servers()
        .prometheusStoppedBetween(last, ended)
        .map(stopped -> "Prometheus was stopped at " + one.text(stopped))
        .orElseGet(() -> one.text(ended));
  }

  /** Nothing changes in an alert whose Prometheus is down. */
  private static String down(Case one, Instant since) {
    return "Prometheus is not running, since "
        + one.text(since)
        + one.received()
            .map(
                r ->
                    "; it last sent the alert at %s, and Alertmanager resolved it at %s"
                        .formatted(one.text(r.time()), one.text(r.endsAt())))
            .orElse("");
  }

  private static String pending(Case one, List<Span> all, String later) {
    List<Span> some = all.subList(Math.max(0, all.size() - SHOWN), all.size());
    List<Instant> interrupted =
        some.stream()
            .flatMap(p -> p.end().stream())
            .filter(e -> !e.isAfter(one.last()))
            .filter(e -> all.size() > 1 || !e.isAfter(one.time()))
            .toList();
    if (interrupted.isEmpty()) {
      return "still pending, since "
          + one.text(some.get(0).begin())
          + inactiveAgain(one, some.get(0))
          + "; "
          + later;
    }
    return "pending since %s, but inactive again at %s, and then \"for\" starts anew; %s"
        .formatted(
            Words.list(some.stream().map(p -> one.text(p.begin())).toList(), "and"),
            Words.list(interrupted.stream().map(one::text).toList(), "and"),
            later);
  }

  /** A pending alert that becomes inactive does not fire. */
  private static String inactiveAgain(Case one, Span pending) {
    return pending
        .end()
        .filter(end -> one.alert().spans().stream().noneMatch(s -> s.begin().equals(end)))
        .map(end -> ", but inactive again at " + one.text(end))
        .orElse("");
  }
}
