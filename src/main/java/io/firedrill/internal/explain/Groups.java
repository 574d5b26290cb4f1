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

  /**
   * A group. Routes with the same matchers, such as two that {@code continue} lets an alert take,
   * have groups of the same name.
   *
   * @param key Alertmanager's name of the group
   * @param receiver the route's receiver
   */
  record Group(String key, String receiver) {}

  private record Loaded(Instant time, Labels alert) {}

  private record LoadedGroup(Instant time, Group group) {}

  private final Evidence evidence;
  private final Suppressions suppressions;
  private final Map<Group, List<GroupFlush>> flushes = new HashMap<>();
  private final Map<Loaded, Set<Group>> groups = new HashMap<>();
  private final Map<LoadedGroup, Optional<Route>> routes = new HashMap<>();

  Groups(Evidence evidence) {
    this.evidence = evidence;
    this.suppressions = new Suppressions(evidence, this);
  }

  /** The group that a route puts an alert into. */
  static Group group(Route.Path path, Labels alert) {
    Route route = path.route();
    return new Group(GroupKey.of(path, route.groupBy().groupLabels(alert)), route.receiver());
  }

  /** All flushes of a group, in order. */
  List<GroupFlush> flushes(Route.Path path, Labels alert) {
    return flushes.computeIfAbsent(
        group(path, alert),
        group -> {
          Labels labels = path.route().groupBy().groupLabels(alert);
          return new FlushHistory(evidence, this, suppressions, group, labels).flushes();
        });
  }

  /** The groups that an alert is in, with the routes of an instant. */
  Set<Group> of(Labels alert, Instant time) {
    return groups.computeIfAbsent(
        new Loaded(evidence.loaded(time), alert),
        loaded ->
            evidence.routing(time).root().taken(alert).stream()
                .map(path -> group(path, alert))
                .collect(Collectors.toSet()));
  }

  /** All groups of one name, with the routes of an instant. */
  Set<Group> named(String key, Instant time) {
    return evidence.servers().received().all().stream()
        .flatMap(alert -> of(alert, time).stream())
        .filter(group -> group.key().equals(key))
        .collect(Collectors.toSet());
  }

  /**
   * The route of a group, with the routes of an instant; empty if no alert is in it with them. The
   * first alert in it tells.
   */
  Optional<Route> route(Group group, Instant time) {
    LoadedGroup loaded = new LoadedGroup(evidence.loaded(time), group);
    Optional<Route> known = routes.get(loaded);
    if (known == null) {
      known =
          evidence.servers().received().all().stream()
              .filter(alert -> of(alert, time).contains(group))
              .findFirst()
              .flatMap(alert -> route(group, alert, time));
      routes.put(loaded, known);
    }
    return known;
  }

  private Optional<Route> route(Group group, Labels alert, Instant time) {
    return evidence.routing(time).root().taken(alert).stream()
        .filter(path -> group(path, alert).equals(group))
        .map(Route.Path::route)
        .findFirst();
  }
}
