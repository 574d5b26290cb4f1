package io.firedrill.internal.explain;

import io.firedrill.internal.alertmanager.Route;
import io.firedrill.internal.alertmanager.SentAlert;
import io.firedrill.internal.verdict.UncertainFlush;
import io.firedrill.model.Labels;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The groups of an Alertmanager, calculated from the alerts that it gets. Since 0.30, a new group
 * is flushed at once if its first alert is older than {@code group_wait} ({@code groupAlert} in
 * {@code dispatch/dispatch.go}). Which of several alerts is first depends on the random order of a
 * Go map: Alertmanager's when it loads routes, and otherwise Prometheus's. Safe for use by several
 * threads.
 */
public final class Dispatching {

  private record Key(Route route, Labels group) {}

  private final Map<Labels, SentAlert> stored = new HashMap<>();
  private final Map<Key, DispatchedGroup> groups = new HashMap<>();
  private final Set<Key> begun = new HashSet<>();
  private final List<UncertainFlush> ended = new ArrayList<>();
  private Optional<Route> root = Optional.empty();
  private final Duration forgetting;
  private Instant boot;
  private Optional<Instant> cause = Optional.empty();

  /**
   * An Alertmanager that has just started, and has no routes yet.
   *
   * @param forgetting how often it forgets resolved alerts: {@code --alerts.gc-interval}
   */
  public Dispatching(Instant boot, Duration forgetting) {
    this.boot = boot;
    this.forgetting = forgetting;
  }

  /** Routes are loaded, possibly the same ones: all groups start again. */
  public synchronized void load(Route routes, Instant time) {
    root = Optional.of(routes);
    endAll(time);
    Instant forgotten = forgotten(time);
    stored.values().removeIf(alert -> !alert.endsAt().isAfter(forgotten));
    stored.values().forEach(alert -> dispatch(alert, time));
  }

  /** The same routes are loaded again. */
  public synchronized void reload(Instant time) {
    root.ifPresent(routes -> load(routes, time));
  }

  /** The server is started again, without any alerts. */
  public synchronized void restart(Instant time) {
    endAll(time);
    stored.clear();
    boot = time;
  }

  /** A request has arrived. */
  public synchronized void receive(List<SentAlert> alerts, Instant time) {
    for (SentAlert sent : alerts) {
      SentAlert old = stored.get(sent.labels());
      SentAlert alert = old == null ? sent : sent.mergedWith(old);
      stored.put(alert.labels(), alert);
      dispatch(alert, time);
    }
  }

  /** The groups so far that might also have been flushed at another instant. */
  public synchronized List<UncertainFlush> uncertain(Instant end) {
    List<UncertainFlush> all = new ArrayList<>(ended);
    groups.forEach((key, group) -> uncertain(key, group, end).ifPresent(all::add));
    return all;
  }

  private void endAll(Instant time) {
    groups.forEach((key, group) -> uncertain(key, group, time).ifPresent(ended::add));
    groups.clear();
    begun.clear();
    cause = Optional.of(time);
  }

  private Instant forgotten(Instant time) {
    long rounds = Duration.between(boot, time).dividedBy(forgetting);
    return boot.plus(forgetting.multipliedBy(rounds));
  }

  private void dispatch(SentAlert alert, Instant time) {
    for (Route.Path path : root.map(r -> r.taken(alert.labels())).orElse(List.of())) {
      Route route = path.route();
      Key key = new Key(route, route.groupBy().groupLabels(alert.labels()));
      DispatchedGroup group = groups.get(key);
      if (group == null || !group.isAlive(time)) {
        Optional.ofNullable(group)
            .flatMap(dead -> uncertain(key, dead, dead.end()))
            .ifPresent(ended::add);
        boolean isFirst = begun.add(key);
        group = new DispatchedGroup(route, time, cause.filter(any -> isFirst));
        groups.put(key, group);
      }
      group.insert(alert, time);
    }
  }

  private static Optional<UncertainFlush> uncertain(Key key, DispatchedGroup group, Instant end) {
    return group.isUncertain()
        ? Optional.of(
            new UncertainFlush(
                key.route().receiver(),
                key.group(),
                group.begin(),
                key.route().groupWait(),
                key.route().groupInterval(),
                end,
                group.cause()))
        : Optional.empty();
  }
}
