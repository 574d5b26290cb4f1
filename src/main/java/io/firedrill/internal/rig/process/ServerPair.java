package io.firedrill.internal.rig.process;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The two servers of a rig.
 *
 * @param prometheus Prometheus
 * @param alertmanager Alertmanager
 * @param promtool the promtool beside Prometheus, if there is one
 */
public record ServerPair(
    ServerBinary prometheus, ServerBinary alertmanager, Optional<Path> promtool) {

  static ServerPair of(ServerBinary prometheus, ServerBinary alertmanager) {
    Path directory = prometheus.executable().getParent();
    return new ServerPair(
        prometheus, alertmanager, Executables.in(directory, Executables.PROMTOOL));
  }

  /** A description of both versions. */
  @Override
  public String toString() {
    return "Prometheus %s (%s), Alertmanager %s (%s)"
        .formatted(
            prometheus.version(),
            prometheus.origin(),
            alertmanager.version(),
            alertmanager.origin());
  }
}
