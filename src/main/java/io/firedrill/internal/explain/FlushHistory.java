package io.firedrill.internal.explain;

import io.firedrill.internal.alertmanager.DispatchLog.Failure;
import io.firedrill.internal.alertmanager.DispatchLog.Flush;
import io.firedrill.internal.alertmanager.Route;
import io.firedrill.internal.explain.FlushCause.Remembered;
import io.firedrill.internal.explain.FlushCause.Resolved;
import io.firedrill.model.Labels;
import io.firedrill.model.Notification;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What became of a group's alerts at each of its flushes. That there was a flush, Alertmanager
 * logs; what was in the group follows from the alerts that it got, as in {@code flush} of its
 * {@code dispatch} package, and what it remembers from the notifications that it sent.
 */
final class FlushHistory {

  private final Evidence evidence;
  private final Groups groups;
  private final Suppressions suppressions;
  private final Groups.Group group;
  private final List<Flush> logged;
  private final NavigableMap<Instant, List<Notification>> notifications = new TreeMap<>();
  private final List<Failure> failed;
  private final List<Labels> members;
  private final Map<Labels, Instant> removed = new HashMap<>();
  private final Map<NumberedIntegration, Remembered> remembered = new HashMap<>();

  FlushHistory(
      Evidence evidence,
      Groups groups,
      Suppressions suppressions,
      Groups.Group group,
      Labels labels) {
    this.evidence = evidence;
    this.groups = groups;
    this.suppressions = suppressions;
    this.group = group;
    this.failed =
        evidence.servers().log().failures().stream()
            .filter(f -> f.groupKey().filter(k -> !k.equals(group.key())).isEmpty())
            .toList();
    this.members =
        evidence.servers().received().all().stream()
            .filter(
                alert ->
                    evidence.routings().keySet().stream()
                        .anyMatch(time -> groups.of(alert, time).contains(group)))
            .toList();
    this.logged = new LoggedFlushes(evidence, groups, members).of(group);
    evidence.observed().timeline().notifications().stream()
        .filter(n -> n.groupLabels().equals(labels) || n.status().equals(Notification.UNKNOWN))
        .forEach(n -> notifications.computeIfAbsent(n.time(), any -> new ArrayList<>()).add(n));
  }

  List<GroupFlush> flushes() {
    List<GroupFlush> flushes = new ArrayList<>();
    int number = 0;
    for (int i = 0; i < logged.size(); i++) {
      Instant time = logged.get(i).time();
      Optional<Route> route = groups.route(group, time);
      if (route.isPresent()) {
        number = isSuccessor(i, route.get(), flushes) ? number + 1 : 1;
        flushes.add(flush(number, i, route.get()));
      }
    }
    return flushes;
  }

  /** A group ends when a flush leaves nothing in it, and when routes are loaded. */
  private boolean isSuccessor(int i, Route route, List<GroupFlush> before) {
    if (before.isEmpty()) {
      return false;
    }
    GroupFlush last = before.get(before.size() - 1);
    Instant time = logged.get(i).time();
    boolean isInTime = last.time().plus(route.groupInterval()).equals(time);
    boolean restarted = evidence.servers().isStartedBetween(last.time(), time);
    return isInTime && !restarted && evidence.loaded(last.time()).equals(evidence.loaded(time));
  }

  private GroupFlush flush(int number, int i, Route route) {
    Flush flush = logged.get(i);
    Optional<Flush> next =
        i + 1 < logged.size() ? Optional.of(logged.get(i + 1)) : Optional.empty();
    Set<Labels> firing = new LinkedHashSet<>();
    Set<Labels> resolved = new LinkedHashSet<>();
    members.stream()
        .filter(alert -> groups.of(alert, flush.time()).contains(group))
        .forEach(alert -> add(alert, flush, firing, resolved));
    Map<Labels, List<Suppressed>> suppressed = new HashMap<>();
    Set<Labels> all = new HashSet<>(firing);
    all.addAll(resolved);
    for (Labels alert : all) {
      List<Suppressed> why = suppressions.of(alert, route, flush, next);
      if (!why.isEmpty()) {
        suppressed.put(alert, why);
      }
    }
    List<GroupFlush.Sent> sent =
        sent(route, flush, next, without(firing, suppressed), without(resolved, suppressed));
    List<Failure> failures =
        failures(route, flush, next).stream().filter(f -> isOf(f, flush, sent)).toList();
    if (failures.stream().noneMatch(Failure::isFinal)) {
      resolved.forEach(alert -> removed.put(alert, flush.time()));
    }
    return new GroupFlush(
        group.key(),
        number,
        flush.time(),
        next.map(Flush::time),
        route,
        firing,
        resolved,
        suppressed,
        sent,
        failures);
  }

  /**
   * Up to version 0.28, the log does not say which group failed: one that had something to send
   * then, and did not send it.
   */
  private static boolean isOf(Failure failure, Flush flush, List<GroupFlush.Sent> sent) {
    boolean isDue =
        sent.stream()
            .filter(s -> s.integration().kind().equals(failure.integration()))
            .filter(s -> s.index() == failure.index())
            .anyMatch(s -> s.cause() != FlushCause.NOTHING && s.notification().isEmpty());
    boolean isThen = failure.attempts() > 1 || failure.time().equals(flush.time());
    return failure.groupKey().isPresent() || isDue && isThen;
  }

  private void add(Labels alert, Flush flush, Set<Labels> firing, Set<Labels> resolved) {
    Optional<ReceivedAlerts.Received> last = evidence.servers().at(alert, flush);
    if (last.isEmpty()) {
      return;
    }
    if (last.get().isActive(flush.time())) {
      firing.add(alert);
    } else if (!last.get().time().isBefore(removed.getOrDefault(alert, Instant.MIN))) {
      resolved.add(alert);
    }
  }

  private static Set<Labels> without(Set<Labels> alerts, Map<Labels, List<Suppressed>> left) {
    Set<Labels> rest = new HashSet<>(alerts);
    rest.removeAll(left.keySet());
    return rest;
  }

  private List<GroupFlush.Sent> sent(
      Route route, Flush flush, Optional<Flush> next, Set<Labels> firing, Set<Labels> resolved) {
    List<GroupFlush.Sent> all = new ArrayList<>();
    for (NumberedIntegration to :
        NumberedIntegration.of(evidence.routing(flush.time()), route.receiver())) {
      Optional<Remembered> last = Optional.ofNullable(remembered.get(to));
      Optional<Remembered> before = last.filter(r -> isKept(r, route, flush.time()));
      Optional<Remembered> forgotten = before.isPresent() ? Optional.empty() : last;
      Resolved sends = to.integration().sendsResolved() ? Resolved.SENT : Resolved.NOT_SENT;
      FlushCause cause =
          firing.isEmpty() && resolved.isEmpty()
              ? FlushCause.NOTHING
              : FlushCause.of(
                  before, firing, resolved, sends, flush.time(), route.repeatInterval());
      Optional<Notification> got = notification(route, to, flush, next);
      boolean silent = cause == FlushCause.ALL_ALERTS_RESOLVED && sends == Resolved.NOT_SENT;
      if (got.isPresent() || silent) {
        Instant time = got.map(Notification::time).orElse(flush.time());
        remembered.put(to, new Remembered(time, firing, resolved));
      }
      all.add(new GroupFlush.Sent(to.integration(), to.index(), cause, before, forgotten, got));
    }
    return all;
  }

  private boolean isKept(Remembered last, Route route, Instant time) {
    return evidence
        .servers()
        .memory()
        .keepsUntil(evidence.servers().log().boots(), last.time(), route.repeatInterval())
        .isAfter(time);
  }

  private Optional<Notification> notification(
      Route route, NumberedIntegration to, Flush flush, Optional<Flush> next) {
    return notifications.tailMap(flush.time()).values().stream()
        .flatMap(List::stream)
        .takeWhile(n -> next.filter(f -> !n.time().isBefore(f.time())).isEmpty())
        .filter(n -> n.receiver().equals(route.receiver()))
        .filter(n -> n.integration().equals(to.integration().kind()) && n.index() == to.index())
        .findFirst();
  }

  private List<Failure> failures(Route route, Flush flush, Optional<Flush> next) {
    return failed.stream()
        .filter(f -> f.receiver().equals(route.receiver()))
        .filter(f -> f.line() > flush.line())
        .filter(f -> next.filter(n -> f.line() > n.line()).isEmpty())
        .toList();
  }
}
