package io.firedrill.internal.relay;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * A response to a request.
 *
 * @param status the HTTP status
 * @param headers the headers that describe the body
 * @param body the body
 */
public record HttpResponse(int status, Map<String, String> headers, byte[] body) {

  public HttpResponse {
    headers = new TreeMap<>(headers);
  }

  /** A response without a body. */
  public static HttpResponse of(int status) {
    return new HttpResponse(status, Map.of(), new byte[0]);
  }

  /** A response with a text, in UTF-8. */
  public static HttpResponse of(int status, String contentType, String text) {
    return new HttpResponse(
        status, Map.of("Content-Type", contentType), text.getBytes(StandardCharsets.UTF_8));
  }

  /** A response with JSON. */
  public static HttpResponse json(int status, String json) {
    return of(status, "application/json", json);
  }

  /** The body as UTF-8. */
  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }
}
