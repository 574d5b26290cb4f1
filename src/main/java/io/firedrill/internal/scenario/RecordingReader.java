package io.firedrill.internal.scenario;

import io.firedrill.internal.series.CsvColumn;
import io.firedrill.internal.series.OpenMetrics;
import io.firedrill.internal.source.Fields;
import io.firedrill.internal.source.InputException;
import io.firedrill.internal.source.Position;
import io.firedrill.internal.source.YamlScalar;
import io.firedrill.model.Labels;
import io.firedrill.model.Sample;
import io.firedrill.model.Series;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads {@code csv} and {@code openmetrics}: recorded series, moved to the scenario's start. */
final class RecordingReader {

  private static final List<String> CSV_KEYS = List.of("file", "column", "time");
  private static final List<String> OPENMETRICS_KEYS = List.of("file");

  private final Reading reading;

  RecordingReader(Reading reading) {
    this.reading = reading;
  }

  Optional<InputSeries> csv(Fields item, Labels labels, Position position) {
    Optional<Fields> fields =
        reading.fields(item.value("csv").orElse(item.key("csv")), "\"csv\"", CSV_KEYS);
    Optional<Path> file = fields.flatMap(this::file);
    if (file.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> column = fields.get().scalar("column").map(YamlScalar::text);
    Optional<String> time = fields.get().scalar("time").map(YamlScalar::text);
    try {
      CsvColumn csv = CsvColumn.read(file.get(), column, time);
      return Optional.of(
          time.isEmpty()
              ? new InputSeries(labels, csv.values(), position)
              : new InputSeries(
                  labels, List.of(), timed(csv.samples(), first(csv.samples())), position));
    } catch (InputException e) {
      reading.problems().addAll(e.problems());
      return Optional.empty();
    }
  }

  /** The file's series, or those that have the labels of {@code series}. */
  List<InputSeries> openMetrics(Fields item) {
    Optional<YamlScalar> written = item.scalar("series");
    Labels wanted = written.flatMap(reading::selector).orElse(Labels.empty());
    Optional<Path> file =
        reading
            .fields(
                item.value("openmetrics").orElse(item.key("openmetrics")),
                "\"openmetrics\"",
                OPENMETRICS_KEYS)
            .flatMap(this::file);
    if (file.isEmpty()) {
      return List.of();
    }
    try {
      List<Series> all = OpenMetrics.read(file.get());
      Instant first =
          all.stream().map(s -> first(s.samples())).min(Instant::compareTo).orElse(Instant.EPOCH);
      List<InputSeries> chosen =
          all.stream()
              .filter(s -> s.labels().asMap().entrySet().containsAll(wanted.asMap().entrySet()))
              .map(
                  s ->
                      new InputSeries(
                          s.labels(), List.of(), timed(s.samples(), first), item.position()))
              .toList();
      if (chosen.isEmpty()) {
        String which = wanted.isEmpty() ? "no series" : "no series with " + wanted;
        reading.problems().error(item.key("openmetrics"), which + " in \"" + file.get() + "\"");
      }
      return chosen;
    } catch (InputException e) {
      reading.problems().addAll(e.problems());
      return List.of();
    }
  }

  private Optional<Path> file(Fields fields) {
    return fields.required("file").flatMap(reading::existingFile);
  }

  private static Instant first(List<Sample> samples) {
    return samples.isEmpty() ? Instant.EPOCH : samples.get(0).time();
  }

  private static List<TimedValue> timed(List<Sample> samples, Instant first) {
    return samples.stream()
        .map(s -> new TimedValue(Duration.between(first, s.time()), s.value()))
        .toList();
  }
}
