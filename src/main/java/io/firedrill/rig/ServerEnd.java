package io.firedrill.rig;

import io.firedrill.clock.Signal;
import io.firedrill.clock.VirtualClock;
import java.time.Duration;

/** Ends a server as an operator would. */
public final class ServerEnd {

  private static final Duration LIMIT = Duration.ofSeconds(30);

  private ServerEnd() {}

  /**
   * Tells a server to end, and waits until it has.
   *
   * @throws RigException if it does not within half a minute of wall-clock time
   */
  public static void await(VirtualClock clock, Server server) {
    clock.signal(server.program(), Signal.TERM);
    if (clock.awaitExit(server.program(), LIMIT).isEmpty()) {
      throw new RigException(server + " does not end");
    }
  }
}
