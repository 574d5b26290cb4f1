package io.firedrill.internal.explain;

import io.firedrill.internal.alertmanager.Route;
import io.firedrill.internal.explain.FiringTimes.Span;
import io.firedrill.internal.explain.ReceivedAlerts.Received;
import io.firedrill.model.Notification;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Why there was no notification for a resolved alert. */
final class WhyResolved {

  private WhyResolved() {}

  static String of(Case one) {
    Optional<Span> last = one.alert().last(one.time());
    Optional<Received> received = one.received();
    if (last.isEmpty() && received.isEmpty()) {
      return WhyFiring.of(one);
    }
    if (one.view().isEmpty()) {
      return "Alertmanager is not running";
    }
    if (one.isActive()) {
      return stillActive(one, last, received.orElseThrow());
    }
    if (received.isEmpty() && one.alert().at(one.time()) && NotFiring.of(one).isEmpty()) {
      return "it still fires, since " + one.text(last.orElseThrow().begin());
    }
    if (received.isEmpty()) {
      return "Alertmanager has not received the alert since it was started, so it does not know that it resolved";
    }
    return Sending.hasNoIntegrations(one)
        .or(() -> one.onEachWay(way -> ended(one, way, received.get())))
        .orElseGet(() -> "it is not routed to receiver \"" + one.claim().receiver() + "\"");
  }

  private static String stillActive(Case one, Optional<Span> last, Received received) {
    Optional<Instant> down = one.evidence().servers().prometheusDownSince(one.time());
    String until = "Alertmanager resolves the alert at " + one.text(received.endsAt());
    if (down.isPresent()) {
      return "Prometheus is not running, since " + one.text(down.get()) + "; " + until;
    }
    return last.flatMap(Span::end)
        .filter(one::isPast)
        .map(
            end ->
                "Alertmanager did not get that it resolved at %s; %s, unless it is sent again"
                    .formatted(one.text(end), until))
        .orElseGet(() -> "it still fires, since " + one.text(received.startsAt()));
  }

  private static String ended(Case one, Route.Path way, Received received) {
    List<GroupFlush> all = one.flushes(way);
    Optional<GroupFlush> decisive =
        all.stream()
            .filter(f -> !f.time().isBefore(received.endsAt()))
            .filter(f -> one.isPast(f.time()) && f.resolved().contains(one.sent()))
            .findFirst()
            .map(first -> lastAttempt(one, first, all));
    return Sending.keepsResolvedBack(one)
        .or(() -> decisive.map(flush -> outcome(one, flush, all, received, at(one, flush))))
        .or(() -> neverSent(one, all, received))
        .or(
            () ->
                new Waiting(one, way)
                    .text(
                        f -> f.resolved().contains(one.sent()),
                        (f, flushes) ->
                            Sending.of(one, f, "resolved").isPresent()
                                ? Optional.empty()
                                : Optional.of(outcome(one.after(f), f, flushes, received, ""))))
        .orElse(FlushOutcome.UNKNOWN);
  }

  /** A flush that fails keeps the alert in the group, and the next one tries again. */
  private static GroupFlush lastAttempt(Case one, GroupFlush first, List<GroupFlush> all) {
    GroupFlush last = first;
    for (GroupFlush next : all.subList(all.indexOf(first) + 1, all.size())) {
      boolean failed = last.failures().stream().anyMatch(f -> f.isFinal());
      if (!failed || !one.isPast(next.time()) || !next.resolved().contains(one.sent())) {
        break;
      }
      last = next;
    }
    return last;
  }

  /**
   * What became of it at a flush.
   *
   * @param at when that was, if it has to be said
   */
  private static String outcome(
      Case one, GroupFlush flush, List<GroupFlush> all, Received received, String at) {
    List<Suppressed> suppressed = flush.suppressed(one.sent());
    if (!suppressed.isEmpty()) {
      return new SuppressedText(one).of(suppressed)
          + at
          + "; no resolved notification is sent then or later";
    }
    return Sending.of(one, flush, "resolved")
        .map(Notification::time)
        .filter(one::isPast)
        .map(
            t ->
                "it resolved at "
                    + one.text(received.endsAt())
                    + ", which was sent at "
                    + one.text(t)
                    + new FailedText(one).besides(flush, all))
        .or(() -> new FailedText(one).at(flush, all))
        .or(() -> neverSent(one, all, received))
        .orElse(FlushOutcome.UNKNOWN);
  }

  /** What held at the flush may be over at the time in question. */
  private static String at(Case one, GroupFlush flush) {
    return one.text(flush.time()).equals(one.text(one.time()))
        ? ""
        : FlushOutcome.AT_THE_FLUSH + one.text(flush.time());
  }

  /** Alertmanager sends a resolved notification only after a firing one. */
  private static Optional<String> neverSent(Case one, List<GroupFlush> all, Received received) {
    List<GroupFlush> fired =
        all.stream()
            .filter(f -> one.isPast(f.time()) && !f.time().isBefore(received.startsAt()))
            .filter(f -> f.firing().contains(one.sent()))
            .toList();
    if (fired.stream().anyMatch(f -> Sending.of(one, f, "firing").isPresent())) {
      return Optional.empty();
    }
    String none =
        "\"%s\" got no firing notification, so it gets no resolved one"
            .formatted(one.claim().receiver());
    if (fired.isEmpty()) {
      return Optional.of(
          none
              + ": it fired from %s to %s, and no flush of the group was in between"
                  .formatted(one.text(received.startsAt()), one.text(received.endsAt())));
    }
    List<Suppressed> suppressed = fired.get(fired.size() - 1).suppressed(one.sent());
    return Optional.of(
        suppressed.isEmpty() ? none : none + ": it was " + new SuppressedText(one).of(suppressed));
  }
}
