package io.firedrill.internal.run;

import io.firedrill.internal.rig.Rig;
import io.firedrill.internal.rig.RigException;
import io.firedrill.internal.rig.Server;
import java.io.UncheckedIOException;
import java.util.Set;

/** What a server does by another clock says nothing about the test. */
final class ServerClocks {

  private ServerClocks() {}

  /**
   * Asks each server that runs for its time.
   *
   * @throws DrillException if one is not at the virtual time, or does not answer
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
