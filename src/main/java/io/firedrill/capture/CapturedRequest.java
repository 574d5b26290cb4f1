package io.firedrill.capture;

import com.sun.net.httpserver.HttpExchange;
import io.firedrill.model.Notification;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/**
 * A request to an endpoint of the sink, {@code /RECEIVER/INTEGRATION/INDEX} with the names
 * percent-encoded.
 */
record CapturedRequest(
    Instant time,
    String path,
    String receiver,
    String integration,
    int index,
    String contentType,
    String body) {

  static CapturedRequest of(Instant time, HttpExchange exchange, byte[] body) {
    String path = exchange.getRequestURI().getRawPath();
    String[] parts = path.split("/");
    return new CapturedRequest(
        time,
        path,
        part(parts, 1),
        part(parts, 2),
        Integer.parseInt(part(parts, 3)),
        Optional.ofNullable(exchange.getRequestHeaders().getFirst("Content-Type")).orElse(""),
        new String(body, StandardCharsets.UTF_8));
  }

  private static String part(String[] parts, int index) {
    return index < parts.length ? URLDecoder.decode(parts[index], StandardCharsets.UTF_8) : "";
  }

  Notification.Request raw() {
    return new Notification.Request(path, contentType, body);
  }
}
