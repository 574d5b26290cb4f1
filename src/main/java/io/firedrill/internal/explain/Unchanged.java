package io.firedrill.internal.explain;

import io.firedrill.internal.explain.FiringTimes.Span;
import io.firedrill.model.Notification;
import io.firedrill.model.TimelineEvent.NotificationFailed;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A flush that sent nothing, because the alert was sent before and nothing has changed. */
final class Unchanged {

  private Unchanged() {}

  /** Empty if that is not why. */
  static Optional<String> of(Case one, GroupFlush last, List<GroupFlush> all) {
    Optional<Notification> sent =
        all.stream()
            .filter(f -> !f.time().isAfter(last.time()))
            .flatMap(f -> Sending.of(one, f, "firing").stream())
            .filter(n -> one.isPast(n.time()))
            .reduce((a, b) -> b);
    if (sent.isEmpty()) {
      return Optional.empty();
    }
    Instant time = sent.get().time();
    if (one.text(time).equals(one.text(one.time()))) {
      return Optional.of(now(one, sent.get()));
    }
    boolean sentByLast = Sending.of(one, last, "firing").isPresent();
    boolean nothingDue =
        Sending.claimed(one, last).stream().allMatch(s -> s.cause() == FlushCause.NOTHING);
    return sentByLast || nothingDue
        ? Optional.of(
            "sent at %s%s, %s"
                .formatted(
                    one.text(time), between(one, time), new Repeat(one, last, all).text(time)))
        : Optional.empty();
  }

  private static String now(Case one, Notification sent) {
    if (!sent.status().equals(Notification.UNKNOWN)) {
      return "already sent at this time";
    }
    return "a message was sent at this time, and it does not say of what"
        + one.evidence().observed().timeline().events().stream()
            .filter(NotificationFailed.class::isInstance)
            .map(NotificationFailed.class::cast)
            .filter(f -> f.time().equals(sent.time()) && f.receiver().equals(sent.receiver()))
            .filter(f -> f.integration().equals(sent.integration()) && f.index() == sent.index())
            .findFirst()
            .map(f -> ": " + f.reason())
            .orElse("");
  }

  private static String between(Case one, Instant sent) {
    Optional<Span> again =
        one.alert().spans().stream()
            .filter(s -> s.begin().isAfter(sent) && one.isPast(s.begin()))
            .reduce((a, b) -> b);
    return again
        .flatMap(
            span ->
                one.alert()
                    .last(span.begin().minusNanos(1))
                    .flatMap(Span::end)
                    .map(
                        end ->
                            "; it resolved at %s and fired again at %s, with no notification in between, so nothing has changed for Alertmanager"
                                .formatted(one.text(end), one.text(span.begin()))))
        .orElse(", nothing has changed since");
  }
}
