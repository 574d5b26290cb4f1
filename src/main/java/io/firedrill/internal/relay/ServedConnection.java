package io.firedrill.internal.relay;

import java.io.IOException;
import java.net.Socket;
import java.time.Instant;

/**
 * A program's connection to a server in this JVM. The time stands still from the opening until the
 * server reads for the first time, and from each byte that the program sends until the server waits
 * for more.
 */
public interface ServedConnection {

  /** The stream of bytes. */
  Socket socket();

  /**
   * Lets the time move on up to an instant, at which it stands still again.
   *
   * @throws IOException if the program has hung up by then
   */
  void pauseUntil(Instant time) throws IOException;

  /** Lets the time move on until the program hangs up. */
  void awaitEnd() throws IOException;
}
