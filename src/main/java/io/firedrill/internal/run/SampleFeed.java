package io.firedrill.internal.run;

import io.firedrill.model.Labels;
import io.firedrill.model.Sample;
import io.firedrill.model.Series;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Samples waiting for their time, returned in chronological order, each once. */
final class SampleFeed {

  private final Map<Labels, Deque<Supply>> waiting = new LinkedHashMap<>();

  /**
   * Adds samples to a series; they replace its remaining samples from the first one's time on.
   *
   * @param samples the samples in chronological order; may be endless
   */
  void add(Labels labels, Iterator<Sample> samples) {
    if (!samples.hasNext()) {
      return;
    }
    Supply supply = new Supply(samples);
    Deque<Supply> supplies = waiting.computeIfAbsent(labels, any -> new ArrayDeque<>());
    supplies.removeIf(s -> s.endBefore(supply.next.time()));
    supplies.add(supply);
  }

  /** The samples up to an instant, inclusive, that were not returned before. */
  List<Series> takeUpTo(Instant instant) {
    List<Series> taken = new ArrayList<>();
    waiting.forEach(
        (labels, supplies) -> {
          List<Sample> samples = new ArrayList<>();
          supplies.forEach(s -> s.takeUpTo(instant, samples));
          supplies.removeIf(Supply::isEmpty);
          if (!samples.isEmpty()) {
            taken.add(new Series(labels, samples));
          }
        });
    return taken;
  }

  private static final class Supply {
    private final Iterator<Sample> samples;
    private Instant end = Instant.MAX;
    private Sample next;

    Supply(Iterator<Sample> samples) {
      this.samples = samples;
      this.next = samples.next();
    }

    void takeUpTo(Instant instant, List<Sample> taken) {
      while (!isEmpty() && !next.time().isAfter(instant)) {
        taken.add(next);
        next = samples.hasNext() ? samples.next() : null;
      }
    }

    boolean isEmpty() {
      return next == null || !next.time().isBefore(end);
    }

    /** Removes the samples from a time on; returns whether nothing is left. */
    boolean endBefore(Instant time) {
      end = time.isBefore(end) ? time : end;
      return isEmpty();
    }
  }
}
