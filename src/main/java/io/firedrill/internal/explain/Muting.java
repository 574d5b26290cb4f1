package io.firedrill.internal.explain;

import io.firedrill.internal.alertmanager.AlertmanagerLog.By;
import io.firedrill.internal.alertmanager.AlertmanagerLog.LoggedMute;
import io.firedrill.internal.alertmanager.AlertmanagerView;
import io.firedrill.internal.alertmanager.DispatchLog.Flush;
import io.firedrill.internal.alertmanager.GroupKey;
import io.firedrill.internal.alertmanager.Route;
import io.firedrill.internal.explain.Suppressed.Muted;
import io.firedrill.internal.explain.Suppressed.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Whether the time muted a group at a flush. Alertmanager logs that it muted a group, but not
 * which; its API, since version 0.28, says which intervals muted a group at its last flush.
 */
final class Muting {

  private static final Duration SECOND = Duration.ofSeconds(1);

  private final Evidence evidence;
  private final Groups groups;
  private final NavigableMap<Instant, List<LoggedMute>> mutes = new TreeMap<>();
  private final Map<Instant, List<Flush>> flushes = new HashMap<>();

  Muting(Evidence evidence, Groups groups) {
    this.evidence = evidence;
    this.groups = groups;
    evidence
        .servers()
        .log()
        .mutes()
        .forEach(m -> mutes.computeIfAbsent(m.time(), any -> new ArrayList<>()).add(m));
    evidence
        .servers()
        .log()
        .flushes()
        .forEach(f -> flushes.computeIfAbsent(f.time(), any -> new ArrayList<>()).add(f));
  }

  Optional<Suppressed> of(Route route, Flush flush, Optional<Flush> next, By by) {
    List<String> intervals = intervals(route, by);
    if (intervals.isEmpty() || !isMuted(route, flush, by)) {
      return Optional.empty();
    }
    List<String> named = reported(route, flush, next).filter(intervals::contains).toList();
    return Optional.of(
        by == By.ACTIVE
            ? new Muted(Muted.Kind.OUTSIDE, intervals, Source.SAID)
            : new Muted(
                named.isEmpty() && intervals.size() > 1
                    ? Muted.Kind.WITHIN_ONE_OF
                    : Muted.Kind.WITHIN,
                named.isEmpty() ? intervals : named,
                Source.SAID));
  }

  private static List<String> intervals(Route route, By by) {
    return by == By.MUTE ? route.muteTimeIntervals() : route.activeTimeIntervals();
  }

  /** All groups that the same intervals mute are muted at the same time. */
  private boolean isMuted(Route route, Flush flush, By by) {
    long muted =
        mutes.subMap(flush.time(), flush.time().plus(SECOND)).values().stream()
            .flatMap(List::stream)
            .filter(m -> m.by() == by)
            .count();
    if (muted == 0) {
      return false;
    }
    List<Route> candidates =
        flushes.getOrDefault(flush.time(), List.of()).stream()
            .map(Flush::groupKey)
            .distinct()
            .flatMap(key -> groups.named(key, flush.time()).stream())
            .flatMap(group -> groups.route(group, flush.time()).stream())
            .filter(r -> !intervals(r, by).isEmpty())
            .toList();
    return muted >= candidates.size()
        || candidates.stream().allMatch(r -> intervals(r, by).equals(intervals(route, by)));
  }

  /** What the API said of the group before its next flush. */
  private Stream<String> reported(Route route, Flush flush, Optional<Flush> next) {
    Instant until = next.map(Flush::time).orElse(evidence.end().plus(SECOND));
    return until.isAfter(flush.time())
        ? evidence.looks().subMap(flush.time(), until).values().stream()
            .flatMap(Optional::stream)
            .map(AlertmanagerView::groups)
            .flatMap(List::stream)
            .filter(g -> g.receiver().equals(route.receiver()))
            .filter(g -> flush.groupKey().endsWith(":" + GroupKey.labels(g.labels())))
            .flatMap(g -> g.mutedBy().stream())
            .flatMap(List::stream)
            .distinct()
            .sorted()
        : Stream.empty();
  }
}
