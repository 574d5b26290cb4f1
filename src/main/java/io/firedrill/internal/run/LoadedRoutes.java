package io.firedrill.internal.run;

import io.firedrill.internal.alertmanager.AlertmanagerConfig;
import io.firedrill.internal.alertmanager.Routing;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The routes that a run has loaded, and when. */
public final class LoadedRoutes {

  private final String version;
  private final NavigableMap<Instant, AlertmanagerConfig> configs = new TreeMap<>();

  /** Creates a record of routes for an Alertmanager of this version. */
  LoadedRoutes(String version) {
    this.version = version;
  }

  void add(Instant time, AlertmanagerConfig config) {
    configs.put(time, config);
  }

  /** Each routing, by the instant at which it was loaded. */
  public NavigableMap<Instant, Routing> routings() {
    NavigableMap<Instant, Routing> routings = new TreeMap<>();
    configs.forEach((time, config) -> routings.put(time, config.routing(version)));
    return routings;
  }

  /** How far apart two flushes of a group may be. */
  public Duration longestFlushInterval() {
    return routings().values().stream()
        .flatMap(routing -> routing.root().all())
        .flatMap(route -> Stream.of(route.groupWait(), route.groupInterval()))
        .max(Comparator.naturalOrder())
        .orElse(Duration.ZERO);
  }
}
