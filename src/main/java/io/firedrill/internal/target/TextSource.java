package io.firedrill.internal.target;

import java.time.Instant;

/**
 * Always answers with the same exposition.
 *
 * @param text Prometheus's text format, or OpenMetrics, which ends with {@code # EOF}
 */
public record TextSource(String text) implements TargetSource {
  @Override
  public ScrapeAnswer answer(ScrapeRequest request, Instant time) {
    return ScrapeAnswer.exposition(text);
  }
}
