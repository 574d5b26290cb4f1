package io.firedrill.internal.rig;

import io.firedrill.internal.clock.Program;
import io.firedrill.internal.clock.Program.Ending;
import io.firedrill.internal.clock.Program.Slack;
import io.firedrill.internal.rig.InstalledServers.InstalledServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Builds the command lines and environments of the servers. */
public final class ServerPrograms {

  /**
   * How far Prometheus's clock is ahead: its groups are evaluated within the millisecond after
   * their time, while Alertmanager has the exact time.
   */
  public static final Duration PROMETHEUS_LEAD = Duration.ofMillis(1);

  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "PATH", "/usr/local/bin:/usr/bin:/bin",
          "HOME", "/nonexistent",
          "TZ", "UTC",
          "LC_ALL", "C.UTF-8",
          // In virtual time Go would collect garbage every two virtual minutes; the memory limit
          // triggers it instead.
          "GOGC", "off",
          "GOMEMLIMIT", "768MiB",
          "GOMAXPROCS", "1",
          "GODEBUG", "netdns=go,randautoseed=0,randseednop=1");

  /**
   * The file below {@code /etc} that configures name resolution. A file of the same name in each
   * rig's directory replaces it, so that names are resolved only by files: there are no requests to
   * other machines, for whose answers the servers would wait while time does not advance.
   */
  public static final String NAME_SERVICE_FILE = "nsswitch.conf";

  /** The content of {@link #NAME_SERVICE_FILE}. */
  public static final String NAME_SERVICE = "hosts: files\n";

  private ServerPrograms() {}

  /**
   * The environment of a server. Firedrill's variables replace those of the installation, except
   * for {@code PATH}, on which start scripts find their server.
   */
  public static Map<String, String> environment(Map<String, String> installation) {
    Map<String, String> variables = new HashMap<>(installation);
    variables.putAll(ENVIRONMENT);
    variables.put("PATH", installation.getOrDefault("PATH", ENVIRONMENT.get("PATH")));
    return variables;
  }

  /** The neutral configuration that a server starts with. */
  public static String neutralConfiguration(Server server) {
    return switch (server.kind()) {
      case PROMETHEUS -> "{}\n";
      case ALERTMANAGER -> "{route: {receiver: nobody}, receivers: [{name: nobody}]}\n";
    };
  }

  /**
   * The program for a server that listens at this address.
   *
   * @param gossip the gossip addresses of its cluster's members; empty without a cluster
   */
  static Program of(
      Server server,
      InstalledServer installed,
      String listen,
      Map<Server, String> gossip,
      RigSpec spec) {
    return switch (server.kind()) {
      case PROMETHEUS -> prometheus(server, installed, listen, spec);
      case ALERTMANAGER -> alertmanager(server, installed, listen, gossip, spec);
    };
  }

  private static Program prometheus(
      Server server, InstalledServer installed, String listen, RigSpec spec) {
    List<String> own =
        List.of(
            installed.executable(),
            "--config.file=" + server.configFile(),
            "--web.listen-address=" + listen,
            "--web.config.file=" + ApiPassword.FILE,
            "--web.external-url=" + spec.prometheusExternalUrl(),
            "--web.route-prefix=/",
            "--web.enable-lifecycle",
            "--web.enable-remote-write-receiver",
            "--web.read-timeout=87600h",
            "--enable-feature=native-histograms",
            "--storage.tsdb.path=" + server.program(),
            // One block for the whole run, so that nothing is compacted or dropped.
            "--storage.tsdb.min-block-duration=10y",
            "--storage.tsdb.max-block-duration=10y",
            // The maximum that Prometheus accepts; no run is longer.
            "--storage.tsdb.retention.time=292y");
    return new Program(
        server.program(),
        FeatureList.with(own, spec.arguments().prometheus()),
        environment(installed.environment()),
        server.logFile(),
        Slack.UP_TO_TARGET,
        PROMETHEUS_LEAD,
        Ending.A_FAILURE,
        installed.aliases());
  }

  private static Program alertmanager(
      Server server,
      InstalledServer installed,
      String listen,
      Map<Server, String> gossip,
      RigSpec spec) {
    List<String> command = new ArrayList<>();
    command.add(installed.executable());
    command.add("--config.file=" + server.configFile());
    command.add("--web.listen-address=" + listen);
    command.add("--web.config.file=" + ApiPassword.FILE);
    command.add("--web.external-url=http://alertmanager.invalid/");
    command.add("--web.route-prefix=/");
    command.add("--log.level=" + spec.alertmanagerLog().flag());
    if (spec.recordsEvents(installed.version())) {
      command.add("--enable-feature=event-recorder");
    }
    command.add("--storage.path=" + server.program());
    command.add("--cluster.listen-address=" + gossip.getOrDefault(server, ""));
    if (!gossip.isEmpty()) {
      command.add("--cluster.advertise-address=" + gossip.get(server));
      command.add("--cluster.tls-config=" + GossipKey.FILE);
      // Once per second instead of five times: gossip costs CPU time, and nothing requires a
      // shorter interval.
      command.add("--cluster.gossip-interval=1s");
      gossip.forEach(
          (member, address) -> {
            if (!member.equals(server)) {
              command.add("--cluster.peer=" + address);
            }
          });
    }
    return new Program(
        server.program(),
        FeatureList.with(command, spec.arguments().alertmanager()),
        environment(installed.environment()),
        server.logFile(),
        Slack.NONE,
        Duration.ZERO,
        Ending.A_FAILURE,
        installed.aliases());
  }
}
