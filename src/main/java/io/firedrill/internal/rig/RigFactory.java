package io.firedrill.internal.rig;

import io.firedrill.internal.clock.RelayHandler;
import java.time.Duration;

/**
 * Makes rigs of one kind: of one pair of servers, in one kind of place. Safe for use by several
 * threads. What it keeps for the next rig ends when it is closed, or else with the JVM.
 */
public interface RigFactory extends AutoCloseable {

  /**
   * Boots a rig.
   *
   * @param relay gets the connections to the clock's relay ports
   * @throws RigException if the servers do not start
   */
  Rig start(RigSpec spec, RelayHandler relay);

  /**
   * The limit that a rig has where its spec asks for another; see {@link RigSpec#progressLimit()}.
   */
  default Duration limit(Duration asked) {
    return asked;
  }

  /** The servers that rigs of this factory run, for people. */
  String description();

  /** Ends what is kept for further rigs, of which there are none then. Never throws. */
  @Override
  void close();
}
