package io.firedrill.engine;

import io.firedrill.model.Sample;
import io.firedrill.model.Series;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Hands out the samples of several series in order of time, each once. */
final class SampleFeed {

  private final List<Series> all;
  private final int[] next;

  SampleFeed(List<Series> all) {
    this.all = List.copyOf(all);
    this.next = new int[all.size()];
  }

  /** The samples up to an instant, itself included, that were not handed out before. */
  List<Series> takeUpTo(Instant instant) {
    List<Series> taken = new ArrayList<>();
    for (int i = 0; i < next.length; i++) {
      List<Sample> samples = all.get(i).samples();
      int from = next[i];
      while (next[i] < samples.size() && !samples.get(next[i]).time().isAfter(instant)) {
        next[i]++;
      }
      if (next[i] > from) {
        taken.add(new Series(all.get(i).labels(), samples.subList(from, next[i])));
      }
    }
    return taken;
  }
}
