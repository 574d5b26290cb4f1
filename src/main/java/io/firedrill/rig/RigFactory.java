package io.firedrill.rig;

import io.firedrill.clock.RelayHandler;

/** Makes rigs of one kind: of one pair of servers, in one kind of place. */
public interface RigFactory {

  /**
   * Boots a rig.
   *
   * @param relay gets the connections to the clock's relay ports
   * @throws RigException if the servers do not start
   */
  Rig start(RigSpec spec, RelayHandler relay);

  /** The servers that rigs of this factory run, for people. */
  String description();
}
