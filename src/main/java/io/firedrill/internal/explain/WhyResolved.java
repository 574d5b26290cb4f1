package io.firedrill.internal.explain;

import io.firedrill.internal.alertmanager.Integration;
import io.firedrill.internal.alertmanager.Route;
import io.firedrill.internal.explain.FiringTimes.Span;
import io.firedrill.model.Notification;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Why there was no notification for a resolved alert. */
final class WhyResolved {

  private WhyResolved() {}

  static String of(Case one) {
    Optional<Span> last = one.alert().last(one.time());
    if (last.isEmpty()) {
      return WhyFiring.of(one);
    }
    if (one.alert().at(one.time())) {
      return "it still fires, since " + one.text(last.get().begin());
    }
    if (one.view().isEmpty()) {
      return "Alertmanager is not running";
    }
    Instant end = last.get().end().orElseThrow();
    return one.ways().stream()
        .findFirst()
        .map(way -> ended(one, way.route(), last.get().begin(), end))
        .orElse("it is not routed to receiver \"" + one.claim().receiver() + "\"");
  }

  private static String ended(Case one, Route route, Instant begin, Instant end) {
    return silent(one)
        .or(() -> toldBefore(one, end))
        .or(
            () ->
                Suppression.of(one, route)
                    .map(r -> r + "; no resolved notification is sent then or later"))
        .or(() -> WhyFiring.failing(one, end))
        .or(() -> neverTold(one, begin))
        .or(() -> WhyFiring.waiting(one, route))
        .orElse(WhyFiring.UNKNOWN);
  }

  private static Optional<String> silent(Case one) {
    List<Integration> integrations =
        one.routing().integrations().stream()
            .filter(i -> i.receiver().equals(one.claim().receiver()))
            .filter(i -> one.claim().integration().filter(k -> !k.equals(i.kind())).isEmpty())
            .toList();
    boolean all =
        !integrations.isEmpty()
            && integrations.stream().allMatch(i -> i.ends() == Integration.Ends.NOT_TOLD);
    return all
        ? Optional.of(
            integrations.stream()
                .map(i -> "the %s at %s has send_resolved: false".formatted(i.kind(), i.position()))
                .collect(Collectors.joining(", and ")))
        : Optional.empty();
  }

  private static Optional<String> toldBefore(Case one, Instant end) {
    return one.told("resolved").stream()
        .map(Notification::time)
        .filter(t -> !t.isBefore(end) && !t.isAfter(one.time()))
        .findFirst()
        .map(t -> "it resolved at " + one.text(end) + ", which was sent at " + one.text(t));
  }

  /** Alertmanager sends a resolved notification only after a firing one. */
  private static Optional<String> neverTold(Case one, Instant begin) {
    boolean told =
        one.told("firing").stream()
            .anyMatch(n -> !n.time().isBefore(begin) && !n.time().isAfter(one.time()));
    return told
        ? Optional.empty()
        : Optional.of(
            "\"%s\" got no firing notification, so it gets no resolved one"
                .formatted(one.claim().receiver()));
  }
}
