package io.firedrill.engine;

import io.firedrill.alertmanager.AlertmanagerConfig;
import io.firedrill.alertmanager.Routing;
import java.time.Instant;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Which routes a run has loaded, and when. */
final class LoadedRoutes {

  private final NavigableMap<Instant, AlertmanagerConfig> configs = new TreeMap<>();

  void add(Instant time, AlertmanagerConfig config) {
    configs.put(time, config);
  }

  /** Each routing from the instant on at which it was loaded. */
  NavigableMap<Instant, Routing> routings() {
    NavigableMap<Instant, Routing> routings = new TreeMap<>();
    configs.forEach((time, config) -> routings.put(time, config.routing()));
    return routings;
  }
}
