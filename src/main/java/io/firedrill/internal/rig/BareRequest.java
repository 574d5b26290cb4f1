package io.firedrill.internal.rig;

import io.firedrill.internal.http.BasicAuth;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A minimal HTTP request: the first request of a full client takes longer than the servers' start.
 */
final class BareRequest {

  private static final Pattern LENGTH = Pattern.compile("(?i)content-length: *(\\d+)");

  private BareRequest() {}

  /**
   * Sends a GET request and returns the whole answer, head and body. The end is found by its
   * length: before 1970, servers in Go do not close connections.
   *
   * @param limit the wall-clock limit for each wait for bytes
   */
  static String get(URI server, String path, Duration limit) throws IOException {
    int millis = (int) Math.min(Integer.MAX_VALUE, limit.toMillis());
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(server.getHost(), server.getPort()), millis);
      socket.setSoTimeout(millis);
      OutputStream out = socket.getOutputStream();
      out.write(request(server, path).getBytes(StandardCharsets.US_ASCII));
      return read(new BufferedInputStream(socket.getInputStream()));
    }
  }

  private static String request(URI server, String path) {
    StringBuilder request = new StringBuilder("GET " + path + " HTTP/1.0\r\n");
    BasicAuth.of(server)
        .ifPresent(value -> request.append(BasicAuth.HEADER + ": " + value + "\r\n"));
    return request.append("\r\n").toString();
  }

  private static String read(InputStream in) throws IOException {
    StringBuilder answer = new StringBuilder();
    while (answer.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        throw new EOFException("the server closed the connection");
      }
      answer.append((char) next);
    }
    Matcher length = LENGTH.matcher(answer);
    byte[] body = in.readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0);
    return answer.append(new String(body, StandardCharsets.UTF_8)).toString();
  }
}
