package io.firedrill.target;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a target answers to a scrape.
 *
 * @param status the HTTP status
 * @param headers the headers that say what the body is
 * @param body the body
 * @param delay after how much virtual time
 */
public record ScrapeAnswer(int status, Map<String, String> headers, byte[] body, Duration delay) {

  /** Prometheus's text format. */
  static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";

  private static final String OPEN_METRICS =
      "application/openmetrics-text; version=1.0.0; charset=utf-8";

  public ScrapeAnswer {
    headers = new TreeMap<>(headers);
  }

  static ScrapeAnswer of(int status, String contentType, String body) {
    return new ScrapeAnswer(
        status,
        Map.of("Content-Type", contentType),
        body.getBytes(StandardCharsets.UTF_8),
        Duration.ZERO);
  }

  /** An exposition, in the format that its content says: OpenMetrics ends with {@code # EOF}. */
  static ScrapeAnswer exposition(String text) {
    return of(200, text.stripTrailing().endsWith("# EOF") ? OPEN_METRICS : TEXT, text);
  }

  /** What a proxy says for a target that nobody reaches. */
  static ScrapeAnswer unreachable(String why) {
    return of(502, "text/plain", why + "\n");
  }

  ScrapeAnswer after(Duration time) {
    return new ScrapeAnswer(status, headers, body, time);
  }

  /** The answer as HTTP/1.1. */
  public byte[] message() {
    StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Scraped\r\n");
    headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    head.append("Content-Length: ").append(body.length).append("\r\n\r\n");
    byte[] first = head.toString().getBytes(StandardCharsets.ISO_8859_1);
    byte[] all = new byte[first.length + body.length];
    System.arraycopy(first, 0, all, 0, first.length);
    System.arraycopy(body, 0, all, first.length, body.length);
    return all;
  }
}
