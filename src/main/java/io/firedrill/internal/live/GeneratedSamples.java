package io.firedrill.internal.live;

import io.firedrill.model.Generator;
import io.firedrill.model.Sample;
import io.firedrill.model.SampleValue;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/** A generator's samples, one per interval, created on demand because they are endless. */
final class GeneratedSamples implements Iterator<Sample> {

  private static final int FIRST = 256;

  private final Generator generator;
  private final Instant begin;
  private final Duration interval;
  private List<Optional<SampleValue>> values;
  private int index;

  GeneratedSamples(Generator generator, Instant begin, Duration interval) {
    this.generator = generator;
    this.begin = begin;
    this.interval = interval;
    this.values = generator.values(interval, FIRST);
    skipGaps();
  }

  @Override
  public boolean hasNext() {
    return index < values.size();
  }

  @Override
  public Sample next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    Sample sample =
        new Sample(begin.plus(interval.multipliedBy(index)), values.get(index).orElseThrow());
    index++;
    if (index == values.size()) {
      values = generator.values(interval, 2 * values.size());
    }
    skipGaps();
    return sample;
  }

  /** Bounded, because a generator of gaps has no samples. */
  private void skipGaps() {
    while (index < values.size() && values.get(index).isEmpty()) {
      index++;
    }
  }
}
