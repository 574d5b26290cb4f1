package io.firedrill.internal.rig;

import io.firedrill.internal.clock.RelayHandler;
import java.time.Duration;

/**
 * Creates rigs of one pair of servers in one kind of place. Thread-safe. It keeps places for
 * further rigs until it is closed or the JVM ends.
 */
public interface RigFactory extends AutoCloseable {

  /**
   * Starts a rig.
   *
   * @param relay handles the connections to the clock's relay ports
   * @throws RigException if the servers do not start
   */
  Rig start(RigSpec spec, RelayHandler relay);

  /** The limit of rigs whose specs ask for this one; see {@link RigSpec#progressLimit()}. */
  default Duration limit(Duration asked) {
    return asked;
  }

  /** How its rigs were started so far, in one line: forked or booted, and why not forked. */
  default String starts() {
    return "";
  }

  /** A description of the servers of this factory's rigs. */
  String description();

  /** Ends the places kept for further rigs; no more rigs can be started. Never throws. */
  @Override
  void close();
}
