package io.firedrill.internal.relay;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * A request as it arrived.
 *
 * @param method GET, POST and so on
 * @param host the host and port of a request to a proxy, else the empty string
 * @param target path and query, percent-encoded
 * @param headers the headers, the last of each name; names in lower case
 * @param body the body
 */
public record HttpRequest(
    String method, String host, String target, Map<String, String> headers, byte[] body) {

  public HttpRequest {
    headers = new TreeMap<>(headers);
  }

  public HttpRequest withBody(byte[] other) {
    return new HttpRequest(method, host, target, headers, other);
  }

  /** A header's value, or the empty string. */
  public String header(String lowerCaseName) {
    return headers.getOrDefault(lowerCaseName, "");
  }

  /** The path, percent-encoded. */
  public String path() {
    int query = target.indexOf('?');
    return query < 0 ? target : target.substring(0, query);
  }

  /** The query, percent-encoded, or the empty string. */
  public String query() {
    int query = target.indexOf('?');
    return query < 0 ? "" : target.substring(query + 1);
  }

  /** The body as UTF-8. */
  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }
}
