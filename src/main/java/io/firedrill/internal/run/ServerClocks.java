package io.firedrill.internal.run;

import io.firedrill.internal.rig.Rig;
import io.firedrill.internal.rig.RigException;
import io.firedrill.internal.rig.Server;
import java.io.UncheckedIOException;
import java.util.Set;

/** Checks the clocks of servers, because results of a server with another clock are meaningless. */
final class ServerClocks {

  private ServerClocks() {}

  /**
   * Checks that each running server sees the virtual time.
   *
   * @throws DrillException if one does not see the virtual time, or does not answer
   */
  static void requireVirtualTime(Rig rig, Set<Server> stopped) {
    for (Server server : rig.servers()) {
      try {
        if (!stopped.contains(server)) {
          rig.requireVirtualTime(server);
        }
      } catch (RigException e) {
        throw new DrillException(e.getMessage(), "", e);
      } catch (UncheckedIOException e) {
        Interruption why = Interruption.silent(server, rig);
        throw new DrillException(why.summary(), why.log(), e);
      }
    }
  }
}
