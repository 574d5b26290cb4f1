package io.firedrill.internal.recording;

import io.firedrill.internal.source.Problem;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Recorded series.
 *
 * @param series the series, in order of first appearance; each has samples
 * @param warnings warnings about the files
 */
public record Recording(List<RecordedSeries> series, List<Problem> warnings) {

  public Recording {
    series = List.copyOf(series);
    warnings = List.copyOf(warnings);
  }

  /**
   * Reads files.
   *
   * @throws io.firedrill.internal.source.InputException if a file cannot be read, is invalid, or
   *     has samples out of order; if there are more samples than fit into memory, or none
   */
  public static Recording read(RecordingSpec spec) {
    Samples samples = new Samples(spec.end().orElse(Instant.ofEpochMilli(Long.MAX_VALUE)));
    for (Path path : spec.files()) {
      DataFile file = new DataFile(path);
      switch (spec.format().orElseGet(() -> Content.format(file))) {
        case OPENMETRICS -> new OpenMetricsReader(file, spec.notANumber(), samples).read();
        case QUERY_RANGE -> new QueryRangeReader(file, samples).read();
        case CSV -> new CsvReader(file, samples).read();
      }
      if (samples.isEmpty()) {
        throw file.error(
            "the recording has no samples", spec.end().map(Recording::upTo).orElse(null));
      }
    }
    return samples.build();
  }

  private static String upTo(Instant end) {
    return "only samples up to " + end + " are read";
  }

  /** The time of the first sample. */
  public Instant first() {
    return series.stream().map(RecordedSeries::first).min(Instant::compareTo).orElseThrow();
  }

  /** The time of the last sample. */
  public Instant last() {
    return series.stream().map(RecordedSeries::last).max(Instant::compareTo).orElseThrow();
  }

  /** The number of samples. */
  public long samples() {
    return series.stream().mapToLong(RecordedSeries::size).sum();
  }

  /** The metrics that were recorded, sorted. */
  public Set<String> metricNames() {
    return series.stream()
        .map(s -> s.labels().metricName())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The same without the series of some metrics. */
  public Recording without(Set<String> metricNames) {
    return new Recording(
        series.stream().filter(s -> !metricNames.contains(s.labels().metricName())).toList(),
        warnings);
  }
}
