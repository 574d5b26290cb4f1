package io.firedrill.internal.rig;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a rig has to be.
 *
 * @param topology which servers
 * @param epoch the virtual time at which the servers boot, shortly before they are needed: some of
 *     Prometheus's own metrics catch up with every two minutes that went by, for years if need be
 * @param prometheusExternalUrl the URL under which Prometheus believes to be reached, in templates
 *     and links
 * @param progressLimit how long, in wall-clock time, nothing may settle before the run fails
 * @param alertmanagerLog how much Alertmanager logs
 */
public record RigSpec(
    Topology topology,
    Instant epoch,
    String prometheusExternalUrl,
    Duration progressLimit,
    LogLevel alertmanagerLog) {

  /** How much a server logs. */
  public enum LogLevel {
    /** What it does by default. */
    INFO,
    /** Also why it did not notify. */
    DEBUG
  }

  /**
   * Which servers a rig has.
   *
   * @param prometheuses how many Prometheus servers, 1 or more
   * @param alertmanagers how many Alertmanagers; 0 = rules are tested, routes are not
   */
  public record Topology(int prometheuses, int alertmanagers) {

    /** Prometheus alone: rules are tested, routes are not. */
    public static final Topology PROMETHEUS = new Topology(1, 0);

    /** Prometheus and an Alertmanager. */
    public static final Topology PROMETHEUS_AND_ALERTMANAGER = new Topology(1, 1);

    public Topology {
      if (prometheuses < 1 || alertmanagers < 0) {
        throw new IllegalArgumentException(
            "a rig has a Prometheus: " + prometheuses + ", " + alertmanagers);
      }
    }

    /** All servers, Prometheus first. */
    public List<Server> servers() {
      return Stream.concat(
              replicas(Server.Kind.PROMETHEUS, prometheuses),
              replicas(Server.Kind.ALERTMANAGER, alertmanagers))
          .toList();
    }

    private static Stream<Server> replicas(Server.Kind kind, int count) {
      return IntStream.rangeClosed(1, count).mapToObj(i -> new Server(kind, i));
    }
  }

  private static final Duration DEFAULT_LIMIT = Duration.ofSeconds(30);

  /** A rig with default settings. */
  public static RigSpec of(Topology topology, Instant epoch) {
    return new RigSpec(topology, epoch, "http://prometheus.invalid/", DEFAULT_LIMIT, LogLevel.INFO);
  }

  /** The same with another external URL of Prometheus. */
  public RigSpec withPrometheusExternalUrl(String url) {
    return new RigSpec(topology, epoch, url, progressLimit, alertmanagerLog);
  }

  /** The same with another limit. */
  public RigSpec withProgressLimit(Duration wall) {
    return new RigSpec(topology, epoch, prometheusExternalUrl, wall, alertmanagerLog);
  }

  /** The same with another amount of Alertmanager's log. */
  public RigSpec withAlertmanagerLog(LogLevel level) {
    return new RigSpec(topology, epoch, prometheusExternalUrl, progressLimit, level);
  }
}
