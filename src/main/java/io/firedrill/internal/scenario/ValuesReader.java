package io.firedrill.internal.scenario;

import io.firedrill.internal.series.WrittenValues;
import io.firedrill.internal.source.Fields;
import io.firedrill.internal.source.PrometheusDuration;
import io.firedrill.internal.source.YamlNode;
import io.firedrill.internal.source.YamlScalar;
import io.firedrill.model.GeneratorKind;
import io.firedrill.model.Labels;
import io.firedrill.model.SampleValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads the values of one series: notation, a generator, or a chain of both. A piece of a chain
 * covers the time up to the next piece; the last one, and a lone one, its end too. Values later
 * than the first one after the end of the run are not generated.
 */
final class ValuesReader {

  /** The keys that define values, promtool's first. */
  static final List<String> KEYS =
      Stream.concat(
              Stream.of("values"), Arrays.stream(GeneratorKind.values()).map(GeneratorKind::key))
          .toList();

  /** How late values arrive, of a series or of one of its pieces. */
  static final String DELAY = "delay";

  private final Reading reading;
  private final Duration interval;
  private final Duration runLength;
  private final GeneratorReader generators;

  private final List<String> pieceKeys;

  /**
   * The values of a series.
   *
   * @param values one per interval
   * @param delays how late each arrives; empty = in time
   */
  record Written(List<Optional<SampleValue>> values, List<Duration> delays) {}

  /**
   * @param more keys that items have besides those of their values: {@link #DELAY}, or none
   */
  ValuesReader(Reading reading, Duration interval, Duration runLength, List<String> more) {
    this.pieceKeys = Stream.concat(KEYS.stream(), more.stream()).toList();
    this.reading = reading;
    this.interval = interval;
    this.runLength = runLength;
    this.generators = new GeneratorReader(reading);
  }

  /** The values of an item of {@code input_series}; empty after an error. */
  Optional<Written> read(Fields item, Labels labels) {
    Optional<Duration> whole = item.duration(DELAY);
    if (!item.has("values_from")) {
      return piece(item, labels, Duration.ZERO, Place.LAST)
          .map(values -> new Written(values, whole.stream().toList()));
    }
    List<Duration> delays = new ArrayList<>();
    List<Optional<SampleValue>> values = new ArrayList<>();
    List<YamlNode> pieces = item.items("values_from");
    boolean complete = true;
    for (int i = 0; i < pieces.size(); i++) {
      Place place = i == pieces.size() - 1 ? Place.LAST : Place.INNER;
      Duration begin = interval.multipliedBy(values.size());
      Optional<Fields> fields =
          reading
              .fields(pieces.get(i), "an item of values_from", pieceKeys)
              .filter(this::exactlyOne);
      Optional<List<Optional<SampleValue>>> next =
          fields.flatMap(f -> piece(f, labels, begin, place));
      next.ifPresent(values::addAll);
      complete &= next.isPresent();
      Duration delay = fields.flatMap(f -> f.duration(DELAY)).or(() -> whole).orElse(Duration.ZERO);
      delays.addAll(Collections.nCopies(next.map(List::size).orElse(0), delay));
    }
    boolean late = delays.stream().anyMatch(delay -> !delay.isZero());
    return complete
        ? Optional.of(new Written(values, late ? delays : List.of()))
        : Optional.empty();
  }

  /** Whether a piece is followed by another. */
  private enum Place {
    INNER,
    LAST
  }

  private boolean exactlyOne(Fields fields) {
    long count = KEYS.stream().filter(fields::has).count();
    if (count != 1) {
      String found = count == 0 ? "none" : "several";
      reading
          .problems()
          .error(
              fields.node(),
              "expected one of "
                  + String.join(", ", KEYS)
                  + " in an item of values_from, found "
                  + found);
    }
    return count == 1;
  }

  private Optional<List<Optional<SampleValue>>> piece(
      Fields item, Labels labels, Duration begin, Place place) {
    Optional<GeneratorKind> kind =
        Arrays.stream(GeneratorKind.values()).filter(k -> item.has(k.key())).findFirst();
    if (kind.isEmpty()) {
      Optional<YamlScalar> written = item.scalar("values");
      return written
          .map(w -> reading.values(w, most(begin)).map(WrittenValues::first))
          .orElse(Optional.of(List.of()));
    }
    return generators
        .read(item, kind.get(), labels)
        .flatMap(g -> length(item, g, begin, place).map(n -> g.generator().values(interval, n)));
  }

  /** How many values a piece can have: up to the first one after the end of the run. */
  private int most(Duration begin) {
    Duration rest = runLength.minus(begin);
    long wanted = rest.isNegative() ? 0 : rest.dividedBy(interval) + 2;
    return (int) Math.min(wanted, reading.valuesLeft());
  }

  /** How many values a generator makes: up to its end, or else up to the end of the run. */
  private Optional<Integer> length(
      Fields item, GeneratorReader.Lasting lasting, Duration begin, Place place) {
    Optional<Duration> written = lasting.length();
    YamlNode at = item.key(lasting.kind().key());
    if (written.isEmpty() && place == Place.INNER) {
      reading
          .problems()
          .error(
              at,
              "\"for\" is missing in \"" + lasting.kind().key() + "\"",
              Optional.of("only the last item of values_from may leave it out"));
      return Optional.empty();
    }
    Duration rest = runLength.minus(begin);
    Duration length = written.orElse(rest.isNegative() ? Duration.ZERO : rest);
    boolean uneven = !length.minus(interval.multipliedBy(length.dividedBy(interval))).isZero();
    if (uneven && written.isPresent()) {
      reading
          .problems()
          .error(
              at,
              PrometheusDuration.format(length)
                  + " is not a whole number of intervals of "
                  + PrometheusDuration.format(interval));
      return Optional.empty();
    }
    long count = length.dividedBy(interval) + (place == Place.LAST ? 1 : 0);
    return Optional.of((int) Math.min(count, most(begin)));
  }
}
