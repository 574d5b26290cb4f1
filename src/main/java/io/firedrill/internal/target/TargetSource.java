package io.firedrill.internal.target;

import java.time.Instant;

/** The source of a target's answers while it has no fault. Thread-safe. */
public interface TargetSource extends AutoCloseable {

  /** Makes it ready to answer, while virtual time does not advance. */
  default void start() {}

  /**
   * Answers a scrape.
   *
   * @param time the virtual time of the scrape
   */
  ScrapeAnswer answer(ScrapeRequest request, Instant time);

  /** Its output so far, to diagnose failures; usually empty. */
  default String output() {
    return "";
  }

  @Override
  default void close() {}
}
