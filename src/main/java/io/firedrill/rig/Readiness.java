package io.firedrill.rig;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.locks.LockSupport;

/** Waits for a starting server by wall-clock time: the one place where there is no other way. */
final class Readiness {

  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final Duration PAUSE = Duration.ofMillis(2);
  private static final int TIMEOUT_MILLIS = 5_000;

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

  /**
   * Asked by hand: an HTTP client's first request in a JVM takes longer than the servers' start.
   */
  private static boolean isReady(URI server) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(server.getHost(), server.getPort()), TIMEOUT_MILLIS);
      socket.setSoTimeout(TIMEOUT_MILLIS);
      OutputStream out = socket.getOutputStream();
      out.write(request(server).getBytes(StandardCharsets.US_ASCII));
      byte[] status = socket.getInputStream().readNBytes("HTTP/1.0 200".length());
      return new String(status, StandardCharsets.US_ASCII).endsWith(" 200");
    } catch (IOException e) {
      return false;
    }
  }

  private static String request(URI server) {
    byte[] user = server.getUserInfo().getBytes(StandardCharsets.US_ASCII);
    return "GET /-/ready HTTP/1.0\r\nAuthorization: Basic %s\r\n\r\n"
        .formatted(Base64.getEncoder().encodeToString(user));
  }
}
