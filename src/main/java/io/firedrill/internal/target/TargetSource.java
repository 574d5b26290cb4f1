package io.firedrill.internal.target;

import java.time.Instant;

/** Where a target's answers come from while nothing is wrong with it. Safe for several threads. */
public interface TargetSource extends AutoCloseable {

  /** Makes it ready to answer; the virtual time stands still. */
  default void start() {}

  /**
   * Answers a scrape.
   *
   * @param time the virtual time of the scrape
   */
  ScrapeAnswer answer(ScrapeRequest request, Instant time);

  /** What it printed so far, for who looks into a failure; mostly empty. */
  default String output() {
    return "";
  }

  @Override
  default void close() {}
}
