package io.firedrill.internal.explain;

import io.firedrill.internal.alertmanager.GroupKey;
import io.firedrill.internal.alertmanager.Route;
import io.firedrill.model.Labels;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The groups of a run, each with its flushes. */
final class Groups {

  private record Loaded(Instant time, Labels alert) {}

  private record LoadedGroup(Instant time, String key) {}

  private final Evidence evidence;
  private final Suppressions suppressions;
  private final Map<String, List<GroupFlush>> flushes = new HashMap<>();
  private final Map<Loaded, Set<String>> keys = new HashMap<>();
  private final Map<LoadedGroup, Optional<Route>> routes = new HashMap<>();

  Groups(Evidence evidence) {
    this.evidence = evidence;
    this.suppressions = new Suppressions(evidence, this);
  }

  /** Alertmanager's name of the group that a route puts an alert into. */
  static String key(Route.Path path, Labels alert) {
    return GroupKey.of(path, path.route().groupBy().groupLabels(alert));
  }

  /** All flushes of a group, in order. */
  List<GroupFlush> flushes(Route.Path path, Labels alert) {
    return flushes.computeIfAbsent(
        key(path, alert),
        key -> {
          Labels group = path.route().groupBy().groupLabels(alert);
          return new FlushHistory(evidence, this, suppressions, key, group).flushes();
        });
  }

  /** The keys of the groups that an alert is in, with the routes of an instant. */
  Set<String> keys(Labels alert, Instant time) {
    return keys.computeIfAbsent(
        new Loaded(evidence.loaded(time), alert),
        loaded ->
            evidence.routing(time).root().taken(alert).stream()
                .map(path -> key(path, alert))
                .collect(Collectors.toSet()));
  }

  /**
   * The route of a group, with the routes of an instant; empty if no alert is in it with them. The
   * first alert in it tells.
   */
  Optional<Route> route(String key, Instant time) {
    LoadedGroup group = new LoadedGroup(evidence.loaded(time), key);
    Optional<Route> known = routes.get(group);
    if (known == null) {
      known =
          evidence.servers().received().all().stream()
              .filter(alert -> keys(alert, time).contains(key))
              .findFirst()
              .flatMap(alert -> route(key, alert, time));
      routes.put(group, known);
    }
    return known;
  }

  private Optional<Route> route(String key, Labels alert, Instant time) {
    return evidence.routing(time).root().taken(alert).stream()
        .filter(path -> key(path, alert).equals(key))
        .map(Route.Path::route)
        .findFirst();
  }
}
