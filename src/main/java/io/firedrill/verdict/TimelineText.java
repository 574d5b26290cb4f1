package io.firedrill.verdict;

import io.firedrill.model.Timeline;
import java.util.List;

/**
 * A timeline as plain text, one line an event, the same on every machine: {@code 15m
 * HighLatency{job="api"} pending -> firing}. Times are virtual, as offsets from the start; where
 * the start is not 1970-01-01T00:00:00Z, the absolute time follows. A notification's time is cut to
 * the second, since what lies below it depends on the machine.
 */
public final class TimelineText {

  private TimelineText() {}

  /** Every event, in order. */
  public static List<String> lines(Timeline timeline) {
    throw new UnsupportedOperationException("not written yet");
  }
}
