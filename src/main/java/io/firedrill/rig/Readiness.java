package io.firedrill.rig;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Waits for a starting server by wall-clock time: the one place where there is no other way. */
final class Readiness {

  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final Duration PAUSE = Duration.ofMillis(2);

  private Readiness() {}

  /**
   * Waits until a server says that it is ready.
   *
   * @param alive throws once the server has ended
   */
  static void await(URI server, Runnable alive) {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (!isReady(server)) {
      alive.run();
      if (System.nanoTime() > end) {
        throw new RigException("it is not ready after " + LIMIT.toSeconds() + " s");
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  private static boolean isReady(URI server) {
    try {
      return BareRequest.get(server, "/-/ready").matches("(?s)HTTP/1\\.\\d 200 .*");
    } catch (IOException e) {
      return false;
    }
  }
}
