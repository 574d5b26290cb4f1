package io.firedrill.internal.recording;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the step of an answer of {@code query_range}, which the answer does not contain: the
 * shortest interval between two samples, if all others are multiples of it.
 */
final class Steps {

  /** The samples of a series in one answer: those from an index on. */
  private record Part(SeriesBuilder series, int from) {}

  private final List<Part> parts = new ArrayList<>();

  void add(SeriesBuilder series, int from) {
    if (series.size() > from) {
      parts.add(new Part(series, from));
    }
  }

  /**
   * Ends series at missing steps. Answers without a step, such as those of {@code query} with a
   * range selector, contain scraped samples and are not changed.
   */
  void endSeriesAtGaps() {
    long step = shortest();
    if (step < Long.MAX_VALUE && isStep(step)) {
      long end = parts.stream().mapToLong(p -> p.series.time(p.series.size() - 1)).max().orElse(0);
      parts.forEach(p -> p.series.endAtGaps(p.from, step, end));
    }
  }

  private long shortest() {
    long shortest = Long.MAX_VALUE;
    for (Part part : parts) {
      for (int i = part.from + 1; i < part.series.size(); i++) {
        shortest = Math.min(shortest, part.series.time(i) - part.series.time(i - 1));
      }
    }
    return shortest;
  }

  private boolean isStep(long step) {
    long origin = parts.get(0).series.time(parts.get(0).from);
    for (Part part : parts) {
      for (int i = part.from; i < part.series.size(); i++) {
        if ((part.series.time(i) - origin) % step != 0) {
          return false;
        }
      }
    }
    return true;
  }
}
