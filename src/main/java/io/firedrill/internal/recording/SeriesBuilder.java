package io.firedrill.internal.recording;

import io.firedrill.model.Labels;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/** A series that is being read. */
final class SeriesBuilder {

  private final Labels labels;
  private long[] millis = new long[16];
  private double[] values = new double[16];
  private int size;
  private Path lastFile;

  SeriesBuilder(Labels labels) {
    this.labels = labels;
  }

  int size() {
    return size;
  }

  long time(int index) {
    return millis[index];
  }

  /** Whether a sample is later than the last one. */
  boolean accepts(long time) {
    return size == 0 || time > millis[size - 1];
  }

  /** Why a sample is refused. */
  String refusal(long time, Path file) {
    Instant last = Instant.ofEpochMilli(millis[size - 1]);
    String where = file.equals(lastFile) ? "" : ", in " + lastFile;
    return time == millis[size - 1]
        ? "%s has a sample at %s already%s".formatted(labels, last, where)
        : "%s is not in chronological order: %s comes after %s%s"
            .formatted(labels, Instant.ofEpochMilli(time), last, where);
  }

  /** A hint for a refused sample. */
  Optional<String> hint(Path file) {
    return file.equals(lastFile)
        ? Optional.empty()
        : Optional.of("name the files in the order of their times");
  }

  void add(long time, double value, Path file) {
    if (size == millis.length) {
      int larger = size + Math.max(16, size / 2);
      millis = Arrays.copyOf(millis, larger);
      values = Arrays.copyOf(values, larger);
    }
    millis[size] = time;
    values[size++] = value;
    lastFile = file;
  }

  /**
   * Adds a staleness marker one step after each sample that has no successor there, from an index
   * on.
   */
  void endAtGaps(int from, long step, long end) {
    SeriesBuilder marked = new SeriesBuilder(labels);
    for (int i = 0; i < size; i++) {
      marked.add(millis[i], values[i], lastFile);
      long next = i + 1 < size ? millis[i + 1] : end + step;
      if (i >= from && next > millis[i] + step) {
        marked.add(millis[i] + step, RecordedSeries.STALE, lastFile);
      }
    }
    millis = marked.millis;
    values = marked.values;
    size = marked.size;
  }

  RecordedSeries build() {
    return new RecordedSeries(labels, Arrays.copyOf(millis, size), Arrays.copyOf(values, size));
  }
}
