package io.firedrill.junit;

import io.firedrill.rig.RigFactory;
import io.firedrill.rig.process.ProcessRigFactory;
import io.firedrill.rig.process.ServerBinaries;
import io.firedrill.rig.process.ServerRequest;
import java.util.HashMap;
import java.util.Map;

/**
 * The rigs of this JVM, whichever classes and engines its tests are of. They end when the last who
 * shares them lets go.
 */
final class SharedRigs implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger("io.firedrill");
  private static SharedRigs current;

  private final Turnstile turnstile;
  private final Map<ServerRequest, RigFactory> factories = new HashMap<>();
  private int users;

  private SharedRigs(int most) {
    this.turnstile = new Turnstile(most);
  }

  /** Shares the rigs, until it is closed. The first who does says how many there are at most. */
  static SharedRigs share(Settings settings) {
    synchronized (SharedRigs.class) {
      if (current == null) {
        current = new SharedRigs(settings.mostRigs());
      }
      current.users++;
      return current;
    }
  }

  /** Who may have servers now. */
  Turnstile turnstile() {
    return turnstile;
  }

  /** Rigs of these servers; may fetch them, which takes some seconds. */
  synchronized RigFactory of(ServerRequest request) {
    return factories.computeIfAbsent(
        request,
        wanted ->
            ProcessRigFactory.of(
                ServerBinaries.ofThisMachine(line -> LOG.log(System.Logger.Level.INFO, line))
                    .locate(wanted)));
  }

  @Override
  public void close() {
    synchronized (SharedRigs.class) {
      if (--users == 0) {
        current = null;
      }
    }
  }
}
