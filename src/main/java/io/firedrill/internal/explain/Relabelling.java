package io.firedrill.internal.explain;

import io.firedrill.model.Labels;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * With which labels alerts got to Alertmanager, if {@code alert_relabel_configs} changed them: an
 * alert that began to fire at the same evaluation, and that is no other alert of the run.
 */
final class Relabelling {

  private Relabelling() {}

  static List<FiringTimes> of(ReceivedAlerts received, List<FiringTimes> alerts) {
    Set<Labels> known = alerts.stream().map(FiringTimes::sent).collect(Collectors.toSet());
    List<Labels> others = received.all().stream().filter(a -> !known.contains(a)).toList();
    Set<Labels> came = Set.copyOf(received.all());
    return alerts.stream()
        .map(alert -> came.contains(alert.sent()) ? alert : of(received, alert, others))
        .toList();
  }

  private static FiringTimes of(ReceivedAlerts received, FiringTimes alert, List<Labels> others) {
    List<Labels> possible =
        others.stream().filter(other -> isSame(received, alert, other)).toList();
    long most = possible.stream().mapToLong(other -> shared(alert, other)).max().orElse(0);
    List<Labels> best = possible.stream().filter(o -> shared(alert, o) == most).toList();
    return best.size() == 1 ? alert.sentAs(best.get(0)) : alert;
  }

  private static boolean isSame(ReceivedAlerts received, FiringTimes alert, Labels other) {
    return shared(alert, other) > 0
        && received.times(other).stream()
            .anyMatch(r -> alert.spans().stream().anyMatch(s -> isSame(s.begin(), r.startsAt())));
  }

  private static boolean isSame(Instant begin, Instant startsAt) {
    return begin.truncatedTo(ChronoUnit.SECONDS).equals(startsAt.truncatedTo(ChronoUnit.SECONDS));
  }

  private static long shared(FiringTimes alert, Labels other) {
    return alert.sent().asMap().entrySet().stream()
        .filter(label -> other.get(label.getKey()).filter(label.getValue()::equals).isPresent())
        .count();
  }
}
