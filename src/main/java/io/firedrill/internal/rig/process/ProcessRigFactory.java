package io.firedrill.internal.rig.process;

import io.firedrill.internal.clock.RelayHandler;
import io.firedrill.internal.files.TemporaryFiles;
import io.firedrill.internal.rig.Forking;
import io.firedrill.internal.rig.Rig;
import io.firedrill.internal.rig.RigFactory;
import io.firedrill.internal.rig.RigPool;
import io.firedrill.internal.rig.RigSpec;
import java.nio.file.Path;

/** Creates rigs of local processes, whose launchers are reused. */
public final class ProcessRigFactory implements RigFactory {

  private final ServerPair servers;
  private final RigPool pool;

  private ProcessRigFactory(ServerPair servers, Path launcher, Forking forking) {
    Path temporary = TemporaryFiles.place();
    this.servers = servers;
    this.pool =
        RigPool.of(
            () -> new ProcessPlace(LauncherProcess.start(launcher, temporary), servers), forking);
  }

  /** The same, with rigs that are forked where possible. */
  public static ProcessRigFactory of(ServerPair servers) {
    return of(servers, Forking.ON);
  }

  /**
   * Creates a factory for these servers.
   *
   * @throws io.firedrill.internal.rig.RigException if there is no launcher for this machine
   */
  public static ProcessRigFactory of(ServerPair servers, Forking forking) {
    return new ProcessRigFactory(servers, Launcher.in(CacheDirectory.of(System.getenv())), forking);
  }

  /** The servers. */
  public ServerPair servers() {
    return servers;
  }

  @Override
  public Rig start(RigSpec spec, RelayHandler relay) {
    return pool.start(spec, relay);
  }

  @Override
  public String description() {
    return servers.toString();
  }

  @Override
  public String starts() {
    return pool.starts();
  }

  @Override
  public void close() {
    pool.close();
  }
}
