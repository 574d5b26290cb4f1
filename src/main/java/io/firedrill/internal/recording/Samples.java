package io.firedrill.internal.recording;

import io.firedrill.internal.source.Problem;
import io.firedrill.model.Labels;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts and collects the samples that were read. */
final class Samples {

  // A sample takes sixteen bytes, and up to half as many again while its series grows.
  private static final long BYTES = 64;

  private final long end;
  private final long limit;
  private final Map<Labels, SeriesBuilder> series = new LinkedHashMap<>();
  private final List<Problem> warnings = new ArrayList<>();
  private long count;

  /**
   * @param end later samples are left out
   */
  Samples(Instant end) {
    this(end, Runtime.getRuntime().maxMemory() / BYTES);
  }

  Samples(Instant end, long limit) {
    this.end = end.toEpochMilli();
    this.limit = limit;
  }

  SeriesBuilder series(Labels labels) {
    return series.computeIfAbsent(labels, SeriesBuilder::new);
  }

  /** Adds a sample of a file; {@code place} is the place of its time. */
  void add(SeriesBuilder to, long time, double value, DataFile file, Place place) {
    if (time > end) {
      return;
    }
    if (!to.accepts(time)) {
      throw file.error(place, to.refusal(time, file.path()), to.hint(file.path()));
    }
    if (++count > limit) {
      throw file.error(
          "there are more than %d samples, the maximum for the memory of this JVM".formatted(limit),
          "leave some out with --to, or give it more memory: JAVA_TOOL_OPTIONS=-Xmx8g");
    }
    to.add(time, value, file.path());
  }

  boolean isEmpty() {
    return count == 0;
  }

  void warn(Problem problem) {
    warnings.add(problem);
  }

  Recording build() {
    List<RecordedSeries> all =
        series.values().stream().filter(s -> s.size() > 0).map(SeriesBuilder::build).toList();
    return new Recording(all, warnings);
  }
}
