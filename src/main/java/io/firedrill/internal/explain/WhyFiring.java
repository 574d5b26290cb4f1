package io.firedrill.internal.explain;

import io.firedrill.internal.alertmanager.Route;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Why there was no notification for a firing alert. */
final class WhyFiring {

  private WhyFiring() {}

  static String of(Case one) {
    if (!one.isActive()) {
      return NotFiring.of(one).orElseGet(() -> notThere(one));
    }
    if (one.view().isEmpty()) {
      return "Alertmanager is not running";
    }
    return OtherReceiver.of(one)
        .or(() -> Sending.hasNoIntegrations(one))
        .or(() -> one.onEachWay(way -> onItsWay(one, way)))
        .orElse(FlushOutcome.UNKNOWN);
  }

  /** It fires in Prometheus, but not in Alertmanager. */
  private static String notThere(Case one) {
    if (one.view().isEmpty()) {
      return "Alertmanager is not running";
    }
    ReceivedAlerts received = one.evidence().servers().received();
    String later =
        received.times(one.sent()).stream()
            .map(ReceivedAlerts.Received::time)
            .filter(t -> !one.isPast(t))
            .findFirst()
            .map(t -> "Prometheus sends it at " + one.text(t))
            .orElse("Prometheus does not send it before the end of the run");
    return received
        .started(one.time())
        .map(t -> "Alertmanager was started at " + one.text(t) + " without alerts; " + later)
        .orElse("it fires in Prometheus, but Alertmanager did not get it; " + later);
  }

  private static String onItsWay(Case one, Route.Path way) {
    List<GroupFlush> all = one.flushes(way);
    Instant since = one.received().orElseThrow().startsAt();
    Optional<GroupFlush> last =
        all.stream()
            .filter(f -> one.isPast(f.time()) && !f.time().isBefore(since))
            .filter(f -> f.firing().contains(one.sent()))
            .reduce((a, b) -> b);
    return last.map(flush -> FlushOutcome.firing(one, flush, all))
        .or(
            () ->
                new Waiting(one, way)
                    .text(
                        f -> f.firing().contains(one.sent()),
                        (f, flushes) ->
                            Sending.of(one, f, "firing").isPresent()
                                ? Optional.empty()
                                : Optional.of(FlushOutcome.firing(one.after(f), f, flushes))))
        .orElse(FlushOutcome.UNKNOWN);
  }
}
