package io.firedrill.internal.explain;

import io.firedrill.internal.alertmanager.DispatchLog.Flush;
import io.firedrill.internal.alertmanager.Route;
import io.firedrill.model.Labels;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The flushes of a group in Alertmanager's log. The log has the name of the group, which groups of
 * several routes may share; then the intervals of the routes tell whose flush it is.
 */
final class LoggedFlushes {

  private final Evidence evidence;
  private final Groups groups;
  private final Set<Instant> begins;

  /**
   * Of one group.
   *
   * @param members the alerts that are ever in it
   */
  LoggedFlushes(Evidence evidence, Groups groups, List<Labels> members) {
    this.evidence = evidence;
    this.groups = groups;
    this.begins =
        Stream.of(
                members.stream()
                    .flatMap(alert -> evidence.servers().received().times(alert).stream())
                    .map(ReceivedAlerts.Received::time),
                evidence.routings().keySet().stream(),
                evidence.servers().log().boots().stream())
            .flatMap(times -> times)
            .map(LoggedFlushes::second)
            .collect(Collectors.toSet());
  }

  List<Flush> of(Groups.Group group) {
    List<Flush> own = new ArrayList<>();
    for (Flush flush : evidence.servers().log().flushes()) {
      if (flush.groupKey().equals(group.key()) && isOwn(group, flush, own)) {
        own.add(flush);
      }
    }
    return own;
  }

  private boolean isOwn(Groups.Group group, Flush flush, List<Flush> before) {
    Instant time = flush.time();
    List<Route> others =
        groups.named(group.key(), time).stream()
            .filter(other -> !other.equals(group))
            .flatMap(other -> groups.route(other, time).stream())
            .toList();
    Optional<Route> route = groups.route(group, time);
    if (others.isEmpty() || route.isEmpty()) {
      return others.isEmpty();
    }
    Optional<Instant> last = before.stream().reduce((a, b) -> b).map(Flush::time);
    if (last.filter(time::equals).isPresent()) {
      return false;
    }
    Optional<Instant> next = last.map(l -> l.plus(route.get().groupInterval()));
    return others.stream().allMatch(other -> isFlushedWith(route.get(), other))
        || next.filter(time::equals).isPresent()
        || next.filter(time::isBefore).isEmpty() && isFirst(route.get(), time);
  }

  private static boolean isFlushedWith(Route route, Route other) {
    return route.groupWait().equals(other.groupWait())
        && route.groupInterval().equals(other.groupInterval());
  }

  /** A group is first flushed after {@code group_wait}, or at once if its alert is old. */
  private boolean isFirst(Route route, Instant time) {
    return begins.contains(second(time)) || begins.contains(second(time.minus(route.groupWait())));
  }

  private static Instant second(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS);
  }
}
