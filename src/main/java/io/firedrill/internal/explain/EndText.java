package io.firedrill.internal.explain;

import io.firedrill.internal.explain.ReceivedAlerts.Received;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** What ended an alert, for Alertmanager. */
final class EndText {

  private EndText() {}

  static String of(Evidence evidence, Received last, Function<Instant, String> text) {
    String resolved = "resolved at " + text.apply(last.endsAt());
    if (last.saysResolved()) {
      return resolved + ", as Prometheus said";
    }
    Optional<Instant> down = evidence.servers().prometheusDownSince(last.endsAt());
    return resolved
        + ": Prometheus last sent it at %s, with this end%s"
            .formatted(
                text.apply(last.time()),
                down.map(since -> ", and was not running from " + text.apply(since) + " on")
                    .orElse(""))
        + "; resolve_timeout does not apply, because Prometheus sends an end";
  }
}
