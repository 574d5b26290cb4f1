package io.firedrill.rig;

import io.firedrill.clock.Patience;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Waits for a starting server by wall-clock time: the one place where there is no other way. */
final class Readiness {

  private static final Duration PAUSE = Duration.ofMillis(2);
  private static final int TIMEOUT_MILLIS = 5_000;

  private Readiness() {}

  /**
   * Waits until a server says that it is ready.
   *
   * @param alive throws once the server has ended
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

  /**
   * Asked by hand: an HTTP client's first request in a JVM takes longer than the servers' start.
   */
  private static boolean isReady(URI server) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(server.getHost(), server.getPort()), TIMEOUT_MILLIS);
      socket.setSoTimeout(TIMEOUT_MILLIS);
      OutputStream out = socket.getOutputStream();
      out.write("GET /-/ready HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      byte[] status = socket.getInputStream().readNBytes("HTTP/1.0 200".length());
      return new String(status, StandardCharsets.US_ASCII).endsWith(" 200");
    } catch (IOException e) {
      return false;
    }
  }
}
