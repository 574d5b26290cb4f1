package io.firedrill.internal.settings;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The flags of both servers.
 *
 * @param prometheus those of Prometheus
 * @param alertmanager those of Alertmanager
 */
public record ServerFlags(FlagSet prometheus, FlagSet alertmanager) {

  /** No flags: the servers' defaults. */
  public static final ServerFlags NONE = new ServerFlags(FlagSet.NONE, FlagSet.NONE);

  private static final Duration LOOKBACK = Duration.ofMinutes(5);

  /** The flags of one of them. */
  FlagSet of(FlaggedServer server) {
    return server == FlaggedServer.PROMETHEUS ? prometheus : alertmanager;
  }

  /** These flags, and those of others that are not set here. */
  public ServerFlags orElse(ServerFlags others) {
    return new ServerFlags(
        prometheus.orElse(others.prometheus), alertmanager.orElse(others.alertmanager));
  }

  /** The same with a flag, which replaces another of its name. */
  public ServerFlags with(FlaggedServer server, ServerFlag flag) {
    return server == FlaggedServer.PROMETHEUS
        ? new ServerFlags(prometheus.with(flag), alertmanager)
        : new ServerFlags(prometheus, alertmanager.with(flag));
  }

  /** The same with a flag that is not in a file. */
  public ServerFlags with(FlaggedServer server, String name, String value) {
    return with(server, WrittenFlag.of(server, name, List.of(value)));
  }

  /** For how long Prometheus sees a sample. */
  public Duration lookback() {
    return prometheus.duration("query.lookback-delta").orElse(LOOKBACK);
  }

  /** A flag of Alertmanager as a duration. */
  public Optional<Duration> alertmanagerDuration(String name) {
    return alertmanager.duration(name);
  }
}
