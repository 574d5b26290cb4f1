package io.firedrill.internal.rig;

import io.firedrill.internal.clock.Patience;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Waits for a starting server, by wall-clock time. */
final class Readiness {

  /** The limit of one try. */
  private static final Duration TRY = Duration.ofSeconds(5);

  private static final Duration PAUSE = Duration.ofMillis(2);

  private Readiness() {}

  /**
   * Waits until a server reports that it is ready.
   *
   * @param alive throws an exception if the server has ended
   */
  static void await(URI server, Patience patience, Runnable alive) {
    Patience.Waiting waiting = patience.start();
    while (!isReady(server)) {
      alive.run();
      if (waiting.isOver()) {
        throw new RigException("it is not ready " + patience.text());
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  private static boolean isReady(URI server) {
    try {
      return BareRequest.get(server, "/-/ready", TRY).matches("(?s)HTTP/1\\.\\d 200 .*");
    } catch (IOException e) {
      return false;
    }
  }
}
