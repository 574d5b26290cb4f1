package io.firedrill.internal.run;

import io.firedrill.internal.scenario.LateSample;
import io.firedrill.model.Labels;
import io.firedrill.model.Sample;
import io.firedrill.model.Series;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Samples that arrive late. They are never sent before they arrive. */
final class LateFeed {

  private final Map<Labels, Deque<LateSample>> waiting = new LinkedHashMap<>();
  private final Map<Labels, DroppedSamples> dropped = new LinkedHashMap<>();

  /** Adds the samples of a series, in the order of their arrival. */
  void add(Labels labels, List<LateSample> samples) {
    waiting.put(labels, new ArrayDeque<>(samples));
  }

  /** The samples that have arrived at an instant, and were not returned before. */
  List<Series> takeArrived(Instant instant) {
    List<Series> arrived = new ArrayList<>();
    waiting.forEach(
        (labels, late) -> {
          List<Sample> samples = new ArrayList<>();
          while (!late.isEmpty() && !late.peekFirst().arrival().isAfter(instant)) {
            samples.add(late.pollFirst().sample());
          }
          if (!samples.isEmpty()) {
            arrived.add(new Series(labels, samples));
          }
        });
    return arrived;
  }

  /** Prometheus has refused a sample of a series, as it would in production. */
  void refused(Labels labels, String reason) {
    dropped.merge(labels, new DroppedSamples(1, reason), (a, b) -> a.and(b));
  }

  /** What Prometheus has dropped, by series. */
  Map<Labels, DroppedSamples> dropped() {
    return Map.copyOf(dropped);
  }
}
