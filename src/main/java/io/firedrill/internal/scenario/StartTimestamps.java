package io.firedrill.internal.scenario;

import io.firedrill.internal.series.SeriesNotation;
import io.firedrill.internal.source.Fields;
import io.firedrill.internal.source.YamlMapping;
import io.firedrill.internal.source.YamlNode;
import io.firedrill.internal.source.YamlScalar;
import io.firedrill.model.Labels;
import java.util.List;
import java.util.Optional;

/**
 * Start timestamps: an item {@code name@st} before the item of the series itself, as promtool reads
 * them from 3.14 on. No expression of a test sees them, so they are validated but not fed.
 */
final class StartTimestamps {

  private static final String SUFFIX = "@st";
  private static final List<String> KEYS = List.of("series", "values");

  private final Reading reading;
  private Optional<Pending> pending = Optional.empty();

  /** Those of the series that must follow. */
  private record Pending(YamlScalar name, Labels labels, long count) {}

  StartTimestamps(Reading reading) {
    this.reading = reading;
  }

  /** Reads an item of start timestamps; returns false if it is a series. */
  boolean take(YamlNode item) {
    Optional<YamlScalar> name = name(item);
    if (name.isPresent()) {
      refuseAlone();
      reading
          .fields(item, "an item of start timestamps", KEYS)
          .flatMap(fields -> fields.required("values"))
          .ifPresent(values -> pending = read(name.get(), values));
    }
    return name.isPresent();
  }

  private static Optional<YamlScalar> name(YamlNode item) {
    return Optional.of(item)
        .filter(YamlMapping.class::isInstance)
        .flatMap(mapping -> ((YamlMapping) mapping).get("series"))
        .filter(YamlScalar.class::isInstance)
        .map(YamlScalar.class::cast)
        .filter(s -> s.text().strip().endsWith(SUFFIX))
        .filter(s -> s.text().strip().chars().noneMatch(c -> c == ' ' || c == '\t'));
  }

  private Optional<Pending> read(YamlScalar name, YamlScalar values) {
    int end = name.text().lastIndexOf(SUFFIX);
    Optional<Labels> labels =
        reading.notation(name, text -> SeriesNotation.selector(text.substring(0, end)));
    Optional<Long> count = reading.notation(values, SeriesNotation::startTimestamps);
    return labels.flatMap(l -> count.map(n -> new Pending(name, l, n)));
  }

  /** Checks the series that follows, if it was read. */
  void check(Fields item, List<InputSeries> series) {
    if (pending.isEmpty() || series.size() != 1) {
      return;
    }
    Pending of = pending.get();
    if (!series.get(0).labels().equals(of.labels())) {
      refuseAlone();
      return;
    }
    long values =
        item.scalar("values").flatMap(v -> reading.values(v, 0)).map(v -> v.count()).orElse(0L);
    if (values != of.count()) {
      reading
          .problems()
          .error(
              of.name(), "there are " + of.count() + " start timestamps for " + values + " values");
    }
    pending = Optional.empty();
  }

  /** Reports start timestamps that their series does not follow. */
  void refuseAlone() {
    pending.ifPresent(
        of ->
            reading
                .problems()
                .error(
                    of.name(),
                    "the start timestamps of "
                        + of.labels()
                        + " are not followed by the values of that series"));
    pending = Optional.empty();
  }
}
