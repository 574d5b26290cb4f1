package io.firedrill.rig;

import io.firedrill.clock.Program;
import io.firedrill.clock.Program.Alias;
import io.firedrill.clock.Program.Ending;
import io.firedrill.clock.Program.Slack;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How both servers are started, wherever their executables are. */
public final class ServerPrograms {

  /**
   * Prometheus's clock is ahead by this much: its groups are placed within the millisecond after
   * their time, and Alertmanager shall have the very time.
   */
  public static final Duration PROMETHEUS_LEAD = Duration.ofMillis(1);

  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "PATH", "/usr/local/bin:/usr/bin:/bin",
          "HOME", "/nonexistent",
          "TZ", "UTC",
          "LC_ALL", "C.UTF-8",
          // Virtual time makes Go collect every second virtual minute; memory is the better clock.
          "GOGC", "off",
          "GOMEMLIMIT", "768MiB",
          "GOMAXPROCS", "1",
          "GODEBUG", "randautoseed=0");

  private ServerPrograms() {}

  /** The neutral configuration that a server boots with. */
  public static String neutralConfiguration(Server server) {
    return switch (server) {
      case PROMETHEUS -> "{}\n";
      case ALERTMANAGER -> "{route: {receiver: nobody}, receivers: [{name: nobody}]}\n";
    };
  }

  /** Prometheus, listening at this address. */
  public static Program prometheus(String executable, String listen, RigSpec spec) {
    List<String> command =
        List.of(
            executable,
            "--config.file=" + Server.PROMETHEUS.configFile(),
            "--web.listen-address=" + listen,
            "--web.external-url=" + spec.prometheusExternalUrl(),
            "--web.route-prefix=/",
            "--web.enable-lifecycle",
            "--web.enable-remote-write-receiver",
            "--web.read-timeout=87600h",
            "--enable-feature=native-histograms",
            "--storage.tsdb.path=prometheus",
            // One block for all time: nothing is compacted or dropped in mid-run.
            "--storage.tsdb.min-block-duration=10y",
            "--storage.tsdb.max-block-duration=10y",
            "--storage.tsdb.retention.time=200y");
    return new Program(
        Server.PROMETHEUS.program(),
        command,
        ENVIRONMENT,
        Server.PROMETHEUS.logFile(),
        Slack.UP_TO_TARGET,
        PROMETHEUS_LEAD,
        Ending.A_FAILURE,
        Optional.empty());
  }

  /** Alertmanager, alone in its cluster, listening at this address. */
  public static Program alertmanager(String executable, String listen, Optional<Alias> alias) {
    List<String> command =
        List.of(
            executable,
            "--config.file=" + Server.ALERTMANAGER.configFile(),
            "--web.listen-address=" + listen,
            "--web.external-url=http://alertmanager.invalid/",
            "--web.route-prefix=/",
            "--cluster.listen-address=",
            "--storage.path=alertmanager");
    return new Program(
        Server.ALERTMANAGER.program(),
        command,
        ENVIRONMENT,
        Server.ALERTMANAGER.logFile(),
        Slack.NONE,
        Duration.ZERO,
        Ending.A_FAILURE,
        alias);
  }
}
