package io.firedrill.capture;

import com.sun.net.httpserver.HttpExchange;
import io.firedrill.model.Notification;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A request to an endpoint of the sink, {@code /RECEIVER/INTEGRATION/INDEX} and what Alertmanager
 * appends to that. A receiver's name behind a tilde is in Base64.
 *
 * @param time the virtual time at which it arrived
 * @param method GET, POST and so on
 * @param path the whole path, as sent
 * @param receiver the receiver's name
 * @param integration the integration's kind
 * @param index which of the receiver's integrations of this kind
 * @param rest what follows the endpoint in the path, percent-encoded: empty, or from a slash on
 * @param query the query, percent-encoded, or the empty string
 * @param contentType the body's media type, or the empty string
 * @param body the body
 */
record CapturedRequest(
    Instant time,
    String method,
    String path,
    String receiver,
    String integration,
    int index,
    String rest,
    String query,
    String contentType,
    String body) {

  private static final Pattern ENDPOINT =
      Pattern.compile("/(~?)([^/]+)/([a-z0-9]+)/([0-9]{1,6})(/.*)?");

  /**
   * Reads a request.
   *
   * @throws UndecodableException if it is to no endpoint
   */
  static CapturedRequest of(Instant time, HttpExchange exchange, byte[] body) {
    String path = exchange.getRequestURI().getRawPath();
    Matcher endpoint = ENDPOINT.matcher(path);
    if (!endpoint.matches()) {
      throw new UndecodableException("no receiver has this address", null);
    }
    return new CapturedRequest(
        time,
        exchange.getRequestMethod(),
        path,
        endpoint.group(1).isEmpty() ? endpoint.group(2) : decoded(endpoint.group(2)),
        endpoint.group(3),
        Integer.parseInt(endpoint.group(4)),
        Optional.ofNullable(endpoint.group(5)).orElse(""),
        Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse(""),
        Optional.ofNullable(exchange.getRequestHeaders().getFirst("Content-Type")).orElse(""),
        new String(body, StandardCharsets.UTF_8));
  }

  private static String decoded(String base64) {
    return new String(Base64.getUrlDecoder().decode(base64), StandardCharsets.UTF_8);
  }

  /** The same with another body. */
  CapturedRequest withBody(String other) {
    return new CapturedRequest(
        time, method, path, receiver, integration, index, rest, query, contentType, other);
  }

  Notification.Request raw() {
    return new Notification.Request(path, contentType, body);
  }
}
