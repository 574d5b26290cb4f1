package io.firedrill.internal.target;

import io.firedrill.internal.relay.HttpAnswer;
import io.firedrill.internal.relay.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * A target's answer to a scrape.
 *
 * @param status the HTTP status
 * @param headers the headers that describe the body
 * @param body the body
 * @param delay the virtual time until it is sent
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

  /** An exposition; if it ends with {@code # EOF}, its format is OpenMetrics. */
  static ScrapeAnswer exposition(String text) {
    return of(200, text.stripTrailing().endsWith("# EOF") ? OPEN_METRICS : TEXT, text);
  }

  /** A proxy's answer for an unreachable target. */
  static ScrapeAnswer unreachable(String why) {
    return of(502, "text/plain", why + "\n");
  }

  ScrapeAnswer after(Duration time) {
    return new ScrapeAnswer(status, headers, body, time);
  }

  /** The answer to a scrape at a time. */
  public HttpAnswer to(Instant scrape) {
    HttpResponse response = new HttpResponse(status, headers, body);
    return delay.isZero()
        ? new HttpAnswer.Now(response)
        : new HttpAnswer.At(scrape.plus(delay), response, () -> {});
  }
}
