package io.firedrill.internal.scenario;

import io.firedrill.internal.source.Fields;
import io.firedrill.internal.source.Position;
import io.firedrill.internal.source.Problem;
import io.firedrill.internal.source.PrometheusDuration;
import io.firedrill.internal.source.YamlNode;
import io.firedrill.internal.source.YamlScalar;
import io.firedrill.model.Labels;
import io.firedrill.model.SampleValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code input_series}. */
final class InputSeriesReader {

  private static final List<String> RECORDINGS = List.of("csv", "openmetrics");

  private final Use use;
  private final Reading reading;
  private final Scenario scenario;
  private final ValuesReader values;
  private final RecordingReader recordings;

  /** The use of the series. */
  enum Use {
    /** They are written to Prometheus, and end after their last value. */
    FED("an item of input_series", ValuesReader.DELAY),
    /** A target exposes them, and keeps their last value. */
    SCRAPED("an item of metrics", MetricTypes.KEY);

    private final String item;
    private final List<String> more;

    Use(String item, String... more) {
      this.item = item;
      this.more = List.of(more);
    }
  }

  InputSeriesReader(Reading reading, Scenario scenario) {
    this(reading, scenario, Use.FED);
  }

  InputSeriesReader(Reading reading, Scenario scenario, Use use) {
    this.use = use;
    this.reading = reading;
    this.scenario = scenario;
    this.values =
        new ValuesReader(
            reading,
            scenario.interval(),
            scenario.runLength(),
            use == Use.FED ? use.more : List.of());
    this.recordings = new RecordingReader(reading);
  }

  List<InputSeries> read(List<YamlNode> items) {
    List<String> sources = new ArrayList<>(ValuesReader.KEYS);
    sources.add("values_from");
    sources.addAll(RECORDINGS);
    List<String> known = new ArrayList<>(List.of("series"));
    known.addAll(sources);
    known.addAll(use.more);
    Map<Labels, InputSeries> result = new LinkedHashMap<>();
    StartTimestamps startTimestamps = new StartTimestamps(reading);
    for (YamlNode item : items) {
      if (use == Use.FED && startTimestamps.take(item)) {
        continue;
      }
      reading
          .fields(item, use.item, known)
          .filter(fields -> atMostOne(fields, sources))
          .ifPresent(
              fields -> {
                List<InputSeries> series = series(fields);
                startTimestamps.check(fields, series);
                add(fields, series, result);
              });
    }
    startTimestamps.refuseAlone();
    return List.copyOf(result.values());
  }

  /** The last of several entries for one series counts, as in promtool. */
  private void add(Fields fields, List<InputSeries> read, Map<Labels, InputSeries> result) {
    YamlNode at = fields.value("series").orElse(fields.node());
    for (InputSeries series : use == Use.FED ? withEnding(read, at) : read) {
      InputSeries before = result.put(series.labels(), series);
      if (before != null) {
        int line = before.position().line();
        String message = series.labels() + " replaces the series with the same labels in line ";
        reading.problems().warning(at, message + line);
      }
    }
  }

  /** Reports a second source of values. */
  private boolean atMostOne(Fields fields, List<String> sources) {
    List<String> given = sources.stream().filter(fields::has).toList();
    reading.note(fields, sources.subList(1, sources.size()));
    reading.note(fields, List.of(ValuesReader.DELAY));
    if (given.size() > 1) {
      reading
          .problems()
          .error(
              fields.key(given.get(1)),
              "\"" + given.get(1) + "\" cannot be combined with \"" + given.get(0) + "\"",
              Optional.of("values_from: [...] joins pieces"));
    }
    return given.size() <= 1;
  }

  private List<InputSeries> series(Fields fields) {
    if (fields.has("openmetrics")) {
      List<Duration> delay = fields.duration(ValuesReader.DELAY).stream().toList();
      return recordings.openMetrics(fields).stream().map(s -> s.delayed(delay)).toList();
    }
    Optional<YamlScalar> written = fields.required("series");
    Optional<Labels> labels = written.flatMap(reading::selector);
    labels.ifPresent(l -> checkName(l, written.get()));
    Labels identity = labels.orElse(Labels.empty());
    Position position = written.map(YamlScalar::position).orElse(fields.position());
    Optional<InputSeries> series =
        fields.has("csv")
            ? recordings
                .csv(fields, identity, position)
                .map(s -> s.delayed(fields.duration(ValuesReader.DELAY).stream().toList()))
            : values
                .read(fields, identity)
                .map(v -> new InputSeries(identity, v.values(), position).delayed(v.delays()));
    return series
        .filter(s -> labels.isPresent())
        .filter(s -> reading.withinLimit(written.get(), s.values().size()))
        .map(s -> s.named(written))
        .map(s -> s.typed(MetricTypes.read(fields, s.labels(), reading.problems())))
        .stream()
        .toList();
  }

  private void checkName(Labels labels, YamlScalar at) {
    if (labels.isEmpty()) {
      reading.problems().error(at, "the series has neither a name nor labels");
    } else if (labels.metricName().isEmpty()) {
      reading.problems().warning(at, "the series has no metric name");
    }
  }

  /**
   * Attaches a warning to series that end before the test's last query, for expressions that read
   * them.
   */
  private List<InputSeries> withEnding(List<InputSeries> read, YamlNode at) {
    Optional<Duration> end =
        read.stream().map(s -> s.lastOffset(scenario.interval())).max(Duration::compareTo);
    boolean silent = read.stream().allMatch(s -> s.values().stream().allMatch(Optional::isEmpty));
    boolean recorded = read.stream().anyMatch(s -> !s.timed().isEmpty());
    Duration last = scenario.lastMentionedTime();
    if (end.isEmpty() || read.stream().anyMatch(InputSeriesReader::endsOnPurpose)) {
      return read;
    }
    if (silent && !recorded) {
      reading.problems().warning(at, "the series has no values");
    } else if (end.get().compareTo(last) < 0) {
      String ends = "the series ends at " + PrometheusDuration.format(end.get());
      Problem warning =
          reading
              .problems()
              .possibleWarning(
                  at,
                  ends + ", but the test has expectations at " + PrometheusDuration.format(last));
      return read.stream().map(series -> series.ending(warning)).toList();
    }
    return read;
  }

  private static boolean endsOnPurpose(InputSeries series) {
    List<Optional<SampleValue>> values = series.values();
    return !values.isEmpty()
        && values.get(values.size() - 1).filter(SampleValue.Stale.class::isInstance).isPresent();
  }
}
