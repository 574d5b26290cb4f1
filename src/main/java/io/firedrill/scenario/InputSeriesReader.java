package io.firedrill.scenario;

import io.firedrill.model.Labels;
import io.firedrill.model.SampleValue;
import io.firedrill.source.Fields;
import io.firedrill.source.PrometheusDuration;
import io.firedrill.source.YamlNode;
import io.firedrill.source.YamlScalar;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code input_series}. */
final class InputSeriesReader {

  private static final List<String> RECORDINGS = List.of("csv", "openmetrics");

  private final Reading reading;
  private final Scenario scenario;
  private final ValuesReader values;
  private final RecordingReader recordings;

  InputSeriesReader(Reading reading, Scenario scenario) {
    this.reading = reading;
    this.scenario = scenario;
    this.values = new ValuesReader(reading, scenario.interval(), scenario.runLength());
    this.recordings = new RecordingReader(reading);
  }

  List<InputSeries> read(Fields test) {
    List<String> sources = new ArrayList<>(ValuesReader.KEYS);
    sources.add("values_from");
    sources.addAll(RECORDINGS);
    List<String> known = new ArrayList<>(List.of("series"));
    known.addAll(sources);
    List<InputSeries> result = new ArrayList<>();
    for (YamlNode item : test.items("input_series")) {
      reading
          .fields(item, "an item of input_series", known)
          .filter(fields -> atMostOne(fields, sources))
          .ifPresent(fields -> result.addAll(series(fields)));
    }
    return result;
  }

  /** Reports a second source of values beside the first. */
  private boolean atMostOne(Fields fields, List<String> sources) {
    List<String> given = sources.stream().filter(fields::has).toList();
    reading.note(fields, sources.subList(1, sources.size()));
    if (given.size() > 1) {
      reading
          .problems()
          .error(
              fields.key(given.get(1)),
              "\"" + given.get(1) + "\" cannot stand beside \"" + given.get(0) + "\"",
              Optional.of("values_from: [...] puts pieces one after the other"));
    }
    return given.size() <= 1;
  }

  private List<InputSeries> series(Fields fields) {
    if (fields.has("openmetrics")) {
      return recordings.openMetrics(fields);
    }
    Optional<YamlScalar> written = fields.required("series");
    Optional<Labels> labels = written.flatMap(reading::selector);
    if (labels.isPresent()) {
      warnIfNameless(labels.get(), written.get());
    }
    Labels identity = labels.orElse(Labels.empty());
    if (fields.has("csv")) {
      return recordings
          .csv(fields, identity, fields.position())
          .filter(s -> labels.isPresent())
          .stream()
          .toList();
    }
    Optional<List<Optional<SampleValue>>> list = values.read(fields, identity);
    if (labels.isEmpty() || list.isEmpty()) {
      return List.of();
    }
    if (!reading.withinLimit(written.get(), list.get().size())) {
      return List.of();
    }
    InputSeries series = new InputSeries(identity, list.get(), written.get().position());
    warnIfShort(series, written.get());
    return List.of(series);
  }

  private void warnIfNameless(Labels labels, YamlScalar at) {
    if (labels.metricName().isEmpty()) {
      reading.problems().warning(at, "the series has no metric name");
    }
  }

  private void warnIfShort(InputSeries series, YamlScalar at) {
    if (endsOnPurpose(series)) {
      return;
    }
    if (series.values().stream().allMatch(Optional::isEmpty)) {
      reading.problems().warning(at, "the series has no values");
      return;
    }
    Duration last = scenario.lastMentionedTime();
    Duration end = series.lastOffset(scenario.interval());
    if (end.compareTo(last) < 0) {
      String ends = "the series ends at " + PrometheusDuration.format(end);
      reading
          .problems()
          .warning(at, ends + ", but the test looks at " + PrometheusDuration.format(last));
    }
  }

  private static boolean endsOnPurpose(InputSeries series) {
    List<Optional<SampleValue>> values = series.values();
    return !values.isEmpty()
        && values.get(values.size() - 1).filter(SampleValue.Stale.class::isInstance).isPresent();
  }
}
