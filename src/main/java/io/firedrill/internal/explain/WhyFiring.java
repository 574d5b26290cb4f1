package io.firedrill.internal.explain;

import io.firedrill.internal.alertmanager.Route;
import io.firedrill.internal.explain.FiringTimes.Span;
import io.firedrill.internal.source.PrometheusDuration;
import io.firedrill.model.Notification;
import io.firedrill.model.TimelineEvent.Attempted;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Why there was no notification for a firing alert. */
final class WhyFiring {

  static final String UNKNOWN = "the servers report nothing that explains it";

  private WhyFiring() {}

  static String of(Case one) {
    Optional<String> state = state(one);
    if (state.isPresent()) {
      return state.get();
    }
    if (one.view().isEmpty()) {
      return "Alertmanager is not running";
    }
    if (one.viewed().isEmpty()) {
      return "it fires in Prometheus, but Alertmanager does not have it";
    }
    Optional<String> other = OtherReceiver.of(one);
    if (other.isPresent()) {
      return other.get();
    }
    return one.ways().stream()
        .findFirst()
        .flatMap(way -> onItsWay(one, way.route()))
        .orElse(UNKNOWN);
  }

  /** Reasons in Prometheus's state. */
  private static Optional<String> state(Case one) {
    FiringTimes alert = one.alert();
    if (alert.at(one.time())) {
      return Optional.empty();
    }
    String later =
        alert
            .next(one.time())
            .map(t -> "it fires at " + one.text(t))
            .orElse(
                "it does not fire before the end of the run at " + one.text(one.evidence().end()));
    Optional<Span> before = alert.last(one.time());
    if (before.isPresent()) {
      return Optional.of("it has not fired since " + one.text(before.get().end().orElseThrow()));
    }
    return alert
        .pending()
        .filter(p -> !p.isAfter(one.time()))
        .map(p -> "still pending, since " + one.text(p) + "; " + later)
        .or(() -> Optional.of("not pending; " + later));
  }

  private static Optional<String> onItsWay(Case one, Route route) {
    Instant begin = one.alert().last(one.time()).map(Span::begin).orElse(one.time());
    return Suppression.of(one, route)
        .or(() -> failing(one, begin))
        .or(() -> told(one, route, begin))
        .or(() -> waiting(one, route));
  }

  static Optional<String> failing(Case one, Instant since) {
    List<Attempted> failures =
        one.failures().stream()
            .filter(f -> !f.time().isBefore(since) && !f.time().isAfter(one.time()))
            .toList();
    if (failures.isEmpty()) {
      return Optional.empty();
    }
    Attempted last = failures.get(failures.size() - 1);
    return Optional.of(
        "sending failed %s, the last time at %s: %s"
            .formatted(
                failures.size() == 1 ? "once" : failures.size() + " times",
                one.text(last.time()),
                last.failure()));
  }

  private static Optional<String> told(Case one, Route route, Instant begin) {
    List<Notification> firing = one.told("firing");
    Optional<Notification> last =
        firing.stream()
            .filter(n -> !n.time().isBefore(begin) && !n.time().isAfter(one.time()))
            .reduce((a, b) -> b);
    return last.map(
        n -> {
          if (one.text(n.time()).equals(one.text(one.time()))) {
            return "already sent at this time";
          }
          long looks = route.repeatInterval().dividedBy(route.groupInterval()) + 1;
          Instant due = n.time().plus(route.groupInterval().multipliedBy(looks));
          return "sent at %s, nothing has changed since, and the repeat (repeat_interval %s) is due at %s"
              .formatted(
                  one.text(n.time()),
                  PrometheusDuration.format(route.repeatInterval()),
                  Due.text(one, due));
        });
  }

  static Optional<String> waiting(Case one, Route route) {
    GroupLooks looks = one.looks(route);
    return looks
        .after(one.time())
        .map(
            due ->
                looks.before(one.time()).isEmpty()
                    ? "the group waits for group_wait (%s): due at %s"
                        .formatted(PrometheusDuration.format(route.groupWait()), Due.text(one, due))
                    : "it waits for the next flush of the group (group_interval %s): due at %s"
                        .formatted(
                            PrometheusDuration.format(route.groupInterval()), Due.text(one, due)));
  }
}
