package io.firedrill.internal.run;

import io.firedrill.internal.alertmanager.AlertmanagerConfig;
import io.firedrill.internal.alertmanager.Routing;
import java.time.Instant;
import java.util.NavigableMap;
import java.util.TreeMap;

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
}
