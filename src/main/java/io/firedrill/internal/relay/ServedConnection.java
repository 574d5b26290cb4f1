package io.firedrill.internal.relay;

import java.io.IOException;
import java.net.Socket;
import java.time.Instant;

/**
 * A program's connection to a server in this JVM. Time does not advance from the opening until the
 * server first reads, and from each byte that the program sends until the server waits for more.
 */
public interface ServedConnection {

  /** The stream of bytes. */
  Socket socket();

  /**
   * Lets time move up to an instant, at which it stops again.
   *
   * @throws IOException if the program has disconnected by then
   */
  void pauseUntil(Instant time) throws IOException;

  /** Lets time move until the program disconnects. */
  void awaitEnd() throws IOException;
}
