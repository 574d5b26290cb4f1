package io.firedrill.internal.rig.process;

import io.firedrill.internal.clock.Program.Alias;
import io.firedrill.internal.clock.VirtualClock;
import io.firedrill.internal.rig.InstalledServers;
import io.firedrill.internal.rig.InstalledServers.InstalledServer;
import io.firedrill.internal.rig.Place;
import io.firedrill.internal.rig.ServerPrograms;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A launcher on this machine with a temporary directory. All servers listen on loopback. */
final class ProcessPlace implements Place {

  private static final String SHARE = "/usr/share/prometheus";

  private static final Alias NO_NAME_SERVICE =
      new Alias("/etc/" + ServerPrograms.NAME_SERVICE_FILE, ServerPrograms.NAME_SERVICE_FILE);

  private final LauncherProcess launcher;
  private final InstalledServers servers;

  ProcessPlace(LauncherProcess launcher, ServerPair pair) {
    this.launcher = launcher;
    this.servers =
        new InstalledServers(
            installed(pair.prometheus(), Optional.empty()),
            installed(pair.alertmanager(), templates(pair.alertmanager().executable())),
            pair.toString());
  }

  private static InstalledServer installed(ServerBinary binary, Optional<Alias> templates) {
    return new InstalledServer(
        binary.executable().toString(),
        binary.version(),
        Stream.concat(Stream.of(NO_NAME_SERVICE), templates.stream()).toList(),
        Map.of());
  }

  /** Debian's Alertmanager expects its templates at the path of the installed package. */
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

  @Override
  public VirtualClock clock() {
    return launcher.clock();
  }

  @Override
  public InstalledServers servers() {
    return servers;
  }

  @Override
  public List<Endpoint> endpoints(int count) {
    return IntStream.range(0, count).mapToObj(i -> endpoint(clock().reservePort())).toList();
  }

  private static Endpoint endpoint(int port) {
    String address = "127.0.0.1:" + port;
    return new Endpoint(address, URI.create("http://" + address));
  }

  @Override
  public String failureReason() {
    return launcher.failureReason();
  }

  @Override
  public String left(String path) {
    try {
      return Files.readString(launcher.directory().resolve(path), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      return "";
    }
  }

  @Override
  public void close() {
    launcher.close();
  }
}
