package io.firedrill.machine;

import io.firedrill.internal.clock.Program;
import io.firedrill.internal.clock.Program.Alias;
import io.firedrill.internal.clock.Program.Ending;
import io.firedrill.internal.clock.Program.Slack;
import io.firedrill.internal.clock.VirtualClock;
import io.firedrill.internal.rig.InstalledServers;
import io.firedrill.internal.rig.InstalledServers.InstalledServer;
import io.firedrill.internal.rig.Place;
import io.firedrill.internal.rig.ServerPrograms;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A launcher in the emulated machine, with the servers that are installed there. */
final class MachinePlace implements Place {

  private static final Pattern VERSION = Pattern.compile("version (\\S+)");
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final EmulatedMachine machine;
  private final MachineLauncher launcher;
  private final VirtualClock clock;
  private final InstalledServers servers;

  private MachinePlace(EmulatedMachine machine) throws IOException {
    this.machine = machine;
    this.launcher = machine.launch();
    this.clock = VirtualClock.connect(launcher.address(), EmulatedMachine.TOKEN);
    InstalledServer prometheus = installed("/usr/bin/prometheus");
    InstalledServer alertmanager = installed("/usr/bin/prometheus-alertmanager");
    this.servers =
        new InstalledServers(
            prometheus,
            alertmanager,
            "Prometheus %s, Alertmanager %s (linux-arm64, emulated)"
                .formatted(prometheus.version(), alertmanager.version()));
  }

  static MachinePlace open() {
    try {
      return new MachinePlace(EmulatedMachine.booted());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private InstalledServer installed(String executable) {
    clock.start(
        new Program(
            executable,
            List.of(executable, "--version"),
            Map.of(),
            "version.log",
            Slack.NONE,
            Duration.ZERO,
            Ending.EXPECTED,
            List.of()));
    clock.awaitExit(executable, LIMIT);
    Matcher version =
        VERSION.matcher(new String(clock.read("version.log"), StandardCharsets.UTF_8));
    String last = "";
    while (version.find()) {
      last = version.group(1);
    }
    Alias names =
        new Alias("/etc/" + ServerPrograms.NAME_SERVICE_FILE, ServerPrograms.NAME_SERVICE_FILE);
    return new InstalledServer(executable, last, List.of(names), Map.of());
  }

  @Override
  public VirtualClock clock() {
    return clock;
  }

  @Override
  public InstalledServers servers() {
    return servers;
  }

  @Override
  public List<Endpoint> endpoints(int count) {
    return EmulatedMachine.SERVER_PORTS.stream().limit(count).map(this::endpoint).toList();
  }

  private Endpoint endpoint(int port) {
    return new Endpoint("0.0.0.0:" + port, URI.create("http://127.0.0.1:" + machine.outside(port)));
  }

  @Override
  public String failureReason() {
    return "";
  }

  @Override
  public String left(String path) {
    return "";
  }

  @Override
  public void close() {
    clock.close();
    launcher.awaitEnd();
  }
}
