package io.firedrill.internal.target;

import io.firedrill.model.Labels;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** Exposes series, in Prometheus's text format. */
public final class SeriesSource implements TargetSource {

  private final Map<Labels, List<ExposedSeries>> series = new TreeMap<>();

  private final MetricFamilies families = new MetricFamilies();

  /** A target without series; it is up nevertheless. */
  public SeriesSource() {}

  /** Adds a series; from its start on it replaces an earlier series with the same labels. */
  public synchronized void add(ExposedSeries added) {
    add(added, Optional.empty());
  }

  /** The same, with the type of its metric, such as {@code counter}. */
  public synchronized void add(ExposedSeries added, Optional<String> type) {
    families.add(added.labels(), type);
    series.computeIfAbsent(added.labels(), any -> new ArrayList<>()).add(added);
  }

  @Override
  public synchronized ScrapeAnswer answer(ScrapeRequest request, Instant time) {
    Map<String, StringBuilder> texts = new TreeMap<>();
    series.forEach(
        (labels, all) -> {
          String family = families.of(labels);
          StringBuilder text = texts.computeIfAbsent(family, any -> new StringBuilder());
          line(labels, at(all, time), text);
        });
    StringBuilder exposition = new StringBuilder();
    texts.forEach(
        (family, lines) -> {
          if (!lines.isEmpty()) {
            exposition.append(families.typeLine(family)).append(lines);
          }
        });
    return ScrapeAnswer.exposition(exposition.toString());
  }

  private static OptionalDouble at(List<ExposedSeries> all, Instant time) {
    ExposedSeries current = all.get(0);
    for (ExposedSeries next : all) {
      current = next.begin().isAfter(time) ? current : next;
    }
    return current.at(time);
  }

  private static void line(Labels labels, OptionalDouble value, StringBuilder text) {
    value.ifPresent(v -> text.append(labels).append(' ').append(number(v)).append('\n'));
  }

  private static String number(double value) {
    if (Double.isInfinite(value)) {
      return value > 0 ? "+Inf" : "-Inf";
    }
    return Double.toString(value);
  }
}
