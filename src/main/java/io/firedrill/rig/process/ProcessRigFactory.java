package io.firedrill.rig.process;

import io.firedrill.clock.RelayHandler;
import io.firedrill.rig.Rig;
import io.firedrill.rig.RigFactory;
import io.firedrill.rig.RigSpec;
import java.nio.file.Path;

/** Makes rigs of local processes. */
public final class ProcessRigFactory implements RigFactory {

  private final ServerPair servers;
  private final Path launcher;

  private ProcessRigFactory(ServerPair servers, Path launcher) {
    this.servers = servers;
    this.launcher = launcher;
  }

  /**
   * Rigs of these servers.
   *
   * @throws io.firedrill.rig.RigException where there is no launcher for this machine
   */
  public static ProcessRigFactory of(ServerPair servers) {
    return new ProcessRigFactory(servers, Launcher.in(CacheDirectory.of(System.getenv())));
  }

  /** The servers. */
  public ServerPair servers() {
    return servers;
  }

  @Override
  public Rig start(RigSpec spec, RelayHandler relay) {
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    return ProcessRig.start(spec, servers, LauncherProcess.start(launcher, temporary, relay));
  }

  @Override
  public String description() {
    return servers.toString();
  }
}
