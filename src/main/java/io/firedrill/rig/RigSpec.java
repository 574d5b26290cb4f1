package io.firedrill.rig;

import java.time.Duration;
import java.time.Instant;

/**
 * What a rig has to be.
 *
 * @param topology which servers
 * @param epoch the virtual time at which the servers boot, shortly before they are needed: some of
 *     Prometheus's own metrics catch up with every two minutes that went by, for years if need be
 * @param prometheusExternalUrl the URL under which Prometheus believes to be reached, in templates
 *     and links
 * @param progressLimit how long, in wall-clock time, nothing may settle before the run fails
 */
public record RigSpec(
    Topology topology, Instant epoch, String prometheusExternalUrl, Duration progressLimit) {

  /** Which servers a rig has. */
  public enum Topology {
    /** Prometheus alone: rules are tested, routes are not. */
    PROMETHEUS,
    /** Prometheus and an Alertmanager. */
    PROMETHEUS_AND_ALERTMANAGER
  }

  private static final Duration DEFAULT_LIMIT = Duration.ofSeconds(30);

  /** A rig with default settings. */
  public static RigSpec of(Topology topology, Instant epoch) {
    return new RigSpec(topology, epoch, "http://prometheus.invalid/", DEFAULT_LIMIT);
  }

  /** The same with another external URL of Prometheus. */
  public RigSpec withPrometheusExternalUrl(String url) {
    return new RigSpec(topology, epoch, url, progressLimit);
  }

  /** The same with another limit. */
  public RigSpec withProgressLimit(Duration wall) {
    return new RigSpec(topology, epoch, prometheusExternalUrl, wall);
  }
}
