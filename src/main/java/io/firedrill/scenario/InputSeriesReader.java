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

  private static final List<String> PROMTOOL_KEYS = List.of("series", "values");

  private final Reading reading;
  private final Scenario scenario;

  InputSeriesReader(Reading reading, Scenario scenario) {
    this.reading = reading;
    this.scenario = scenario;
  }

  List<InputSeries> read(Fields test) {
    List<InputSeries> result = new ArrayList<>();
    for (YamlNode item : test.items("input_series")) {
      reading
          .fields(item, "an item of input_series", PROMTOOL_KEYS)
          .ifPresent(fields -> result.addAll(series(fields)));
    }
    return result;
  }

  private List<InputSeries> series(Fields fields) {
    Optional<YamlScalar> written = fields.required("series");
    Optional<Labels> labels = written.flatMap(reading::selector);
    Optional<List<Optional<SampleValue>>> values =
        fields.scalar("values").map(reading::values).orElse(Optional.of(List.of()));
    if (labels.isEmpty() || values.isEmpty()) {
      return List.of();
    }
    InputSeries series = new InputSeries(labels.get(), values.get(), written.get().position());
    warnIfShort(series, written.get());
    return List.of(series);
  }

  private void warnIfShort(InputSeries series, YamlScalar at) {
    Duration last = scenario.lastMentionedTime();
    Duration end = series.lastOffset(scenario.interval());
    if (end.compareTo(last) < 0) {
      reading
          .problems()
          .warning(
              at,
              "the series ends at "
                  + PrometheusDuration.format(end)
                  + ", but the test looks at "
                  + PrometheusDuration.format(last));
    }
  }
}
