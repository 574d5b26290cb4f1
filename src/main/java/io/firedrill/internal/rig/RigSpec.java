package io.firedrill.internal.rig;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The specification of a rig.
 *
 * @param topology the servers
 * @param epoch the virtual time at which the servers start. It should be shortly before the start
 *     of the test, because some of Prometheus's own metrics process every two minutes since then,
 *     even over years
 * @param prometheusExternalUrl Prometheus's external URL, for templates and links
 * @param progressLimit the wall-clock time without progress after which the run fails
 * @param alertmanagerLog the log level of Alertmanager
 * @param arguments more words of the servers' command lines
 */
public record RigSpec(
    Topology topology,
    Instant epoch,
    String prometheusExternalUrl,
    Duration progressLimit,
    LogLevel alertmanagerLog,
    Arguments arguments) {

  /**
   * Words of the servers' command lines.
   *
   * @param prometheus those of each Prometheus
   * @param alertmanager those of each Alertmanager
   */
  public record Arguments(List<String> prometheus, List<String> alertmanager) {

    /** No words. */
    public static final Arguments NONE = new Arguments(List.of(), List.of());

    public Arguments {
      prometheus = List.copyOf(prometheus);
      alertmanager = List.copyOf(alertmanager);
    }
  }

  /** The log level of a server. */
  public enum LogLevel {
    /** The server's default. */
    INFO,
    /** Also logs why it did not notify. */
    DEBUG,
    /**
     * The same, and Alertmanager's events in a file, where it is of a version that records them.
     */
    EVENTS;

    /** The server's own word for it. */
    String flag() {
      return this == INFO ? "info" : "debug";
    }
  }

  /**
   * The servers of a rig.
   *
   * @param prometheuses the number of Prometheus servers; 0 = alerts are sent by the test
   * @param alertmanagers the number of Alertmanagers; 0 = rules are tested without routes
   */
  public record Topology(int prometheuses, int alertmanagers) {

    /** Only Prometheus: rules are tested without routes. */
    public static final Topology PROMETHEUS = new Topology(1, 0);

    /** Only Alertmanager: the test sends alerts. */
    public static final Topology ALERTMANAGER = new Topology(0, 1);

    /** Prometheus and an Alertmanager. */
    public static final Topology PROMETHEUS_AND_ALERTMANAGER = new Topology(1, 1);

    public Topology {
      if (prometheuses < 0 || alertmanagers < 0 || prometheuses + alertmanagers == 0) {
        throw new IllegalArgumentException(
            "a rig needs a server: " + prometheuses + ", " + alertmanagers);
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

  /** The first Alertmanager that records events. */
  private static final int FIRST_RECORDING_MINOR = 33;

  private static final Pattern MAJOR_0 = Pattern.compile("0\\.(\\d{1,4})\\b.*");

  private static final Instant NEUTRAL_EPOCH = Instant.parse("2000-01-01T00:00:00Z");

  private static final Duration DEFAULT_LIMIT = Duration.ofSeconds(30);

  /** A rig with default settings. */
  public static RigSpec of(Topology topology, Instant epoch) {
    return new RigSpec(
        topology,
        epoch,
        "http://prometheus.invalid/",
        DEFAULT_LIMIT,
        LogLevel.INFO,
        Arguments.NONE);
  }

  public RigSpec withPrometheusExternalUrl(String url) {
    return new RigSpec(topology, epoch, url, progressLimit, alertmanagerLog, arguments);
  }

  public RigSpec withProgressLimit(Duration wall) {
    return new RigSpec(topology, epoch, prometheusExternalUrl, wall, alertmanagerLog, arguments);
  }

  public RigSpec withAlertmanagerLog(LogLevel level) {
    return new RigSpec(topology, epoch, prometheusExternalUrl, progressLimit, level, arguments);
  }

  public RigSpec withArguments(Arguments others) {
    return new RigSpec(
        topology, epoch, prometheusExternalUrl, progressLimit, alertmanagerLog, others);
  }

  /**
   * The kind of rig: what servers cannot change while they run. Its epoch is the same for all rigs,
   * so that no result depends on which rig was the first of its kind.
   */
  RigSpec neutral() {
    return new RigSpec(
        topology, NEUTRAL_EPOCH, prometheusExternalUrl, DEFAULT_LIMIT, alertmanagerLog, arguments);
  }

  /** Whether an Alertmanager of this version, such as {@code 0.28.1+ds}, has to record events. */
  boolean recordsEvents(String version) {
    Matcher minor = MAJOR_0.matcher(version);
    return alertmanagerLog == LogLevel.EVENTS
        && (!minor.matches() || Integer.parseInt(minor.group(1)) >= FIRST_RECORDING_MINOR);
  }
}
