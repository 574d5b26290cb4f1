package io.firedrill.rig.process;

import io.firedrill.clock.ClockException;
import io.firedrill.clock.Program;
import io.firedrill.clock.Program.Alias;
import io.firedrill.clock.VirtualClock;
import io.firedrill.rig.Rig;
import io.firedrill.rig.RigException;
import io.firedrill.rig.RigSpec;
import io.firedrill.rig.Server;
import io.firedrill.rig.ServerEnd;
import io.firedrill.rig.ServerPrograms;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A rig of local processes, in a temporary directory. Nothing listens beyond loopback. */
final class ProcessRig implements Rig {

  private static final String SHARE = "/usr/share/prometheus";

  private final LauncherProcess launcher;
  private final ServerPair servers;
  private final Map<Server, Integer> ports = new LinkedHashMap<>();
  private final RigSpec spec;

  private ProcessRig(RigSpec spec, LauncherProcess launcher, ServerPair servers) {
    this.spec = spec;
    this.launcher = launcher;
    this.servers = servers;
  }

  static ProcessRig start(RigSpec spec, ServerPair servers, LauncherProcess launcher) {
    ProcessRig rig = new ProcessRig(spec, launcher, servers);
    try {
      rig.boot();
      return rig;
    } catch (RuntimeException e) {
      rig.close();
      throw e;
    }
  }

  private void boot() {
    VirtualClock clock = launcher.clock();
    clock.setProgressLimit(spec.progressLimit());
    clock.setEpoch(spec.epoch());
    write(ServerPrograms.NAME_SERVICE_FILE, ServerPrograms.NAME_SERVICE);
    for (Server server : spec.topology().servers()) {
      ports.put(server, clock.reservePort());
      write(server.configFile(), ServerPrograms.neutralConfiguration(server));
      clock.start(program(server));
    }
    ports.keySet().forEach(this::awaitReady);
  }

  private Program program(Server server) {
    Path executable = binary(server).executable();
    return switch (server.kind()) {
      case PROMETHEUS ->
          ServerPrograms.prometheus(server, executable.toString(), listen(server), spec);
      case ALERTMANAGER ->
          ServerPrograms.alertmanager(
              server, executable.toString(), listen(server), templates(executable));
    };
  }

  private ServerBinary binary(Server server) {
    return switch (server.kind()) {
      case PROMETHEUS -> servers.prometheus();
      case ALERTMANAGER -> servers.alertmanager();
    };
  }

  private void write(String path, String content) {
    launcher.clock().write(path, content.getBytes(StandardCharsets.UTF_8));
  }

  private String listen(Server server) {
    return "127.0.0.1:" + ports.get(server);
  }

  /** Debian's Alertmanager wants its templates where the package has them once it is installed. */
  private static Optional<Alias> templates(Path alertmanager) {
    if (Files.isDirectory(Path.of(SHARE, "alertmanager"))) {
      return Optional.empty();
    }
    return Stream.of(StoredPair.SHARE, "../" + StoredPair.SHARE)
        .map(share -> alertmanager.resolveSibling(share).normalize())
        .filter(share -> Files.isDirectory(share.resolve("alertmanager")))
        .findFirst()
        .map(share -> new Alias(SHARE, share.toString()));
  }

  private void awaitReady(Server server) {
    try {
      Readiness.await(
          address(server).orElseThrow(), () -> launcher.clock().cpuTime(server.program()));
    } catch (ClockException | RigException e) {
      throw new RigException(
          "%s does not start: %s\n%s"
              .formatted(server.program(), e.getMessage(), log(server).stripTrailing()),
          e);
    }
  }

  @Override
  public void stop(Server server) {
    ServerEnd.await(launcher.clock(), server);
  }

  @Override
  public void start(Server server) {
    launcher.clock().start(program(server));
    awaitReady(server);
  }

  @Override
  public VirtualClock clock() {
    return launcher.clock();
  }

  @Override
  public List<Server> servers() {
    return List.copyOf(ports.keySet());
  }

  @Override
  public Optional<URI> address(Server server) {
    return Optional.ofNullable(ports.get(server)).map(p -> URI.create("http://127.0.0.1:" + p));
  }

  @Override
  public List<String> alertmanagerTargets() {
    return servers().stream()
        .filter(server -> server.kind() == Server.Kind.ALERTMANAGER)
        .map(this::listen)
        .toList();
  }

  @Override
  public String version(Server server) {
    return binary(server).version();
  }

  @Override
  public String description() {
    return servers.toString();
  }

  @Override
  public String log(Server server) {
    try {
      return Files.readString(launcher.directory().resolve(server.logFile()));
    } catch (IOException e) {
      return "";
    }
  }

  @Override
  public void close() {
    launcher.close();
  }
}
