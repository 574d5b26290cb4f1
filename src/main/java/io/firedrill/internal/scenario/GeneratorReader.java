package io.firedrill.internal.scenario;

import io.firedrill.internal.source.Fields;
import io.firedrill.internal.source.YamlNode;
import io.firedrill.internal.source.YamlScalar;
import io.firedrill.model.Generator;
import io.firedrill.model.GeneratorKind;
import io.firedrill.model.Labels;
import java.time.Duration;
import java.util.Optional;

/** Reads generators of every kind. */
final class GeneratorReader {

  /** A generator, and how long it lasts if that is written. */
  record Lasting(GeneratorKind kind, Generator generator, Optional<Duration> length) {}

  private final Reading reading;

  GeneratorReader(Reading reading) {
    this.reading = reading;
  }

  Optional<Lasting> read(Fields item, GeneratorKind kind, Labels labels) {
    Optional<YamlNode> value = item.value(kind.key());
    if (kind == GeneratorKind.STEADY && value.orElse(null) instanceof YamlScalar scalar) {
      return reading
          .number(scalar)
          .map(v -> new Lasting(kind, Generator.steady(v), Optional.empty()));
    }
    return reading
        .fields(value.orElse(item.key(kind.key())), "\"" + kind.key() + "\"", kind.parameters())
        .flatMap(
            fields -> {
              int errors = reading.problems().errorCount();
              Optional<Duration> length =
                  fields.duration(kind.parameters().get(kind.parameters().size() - 1));
              Generator generator = kind.create(new WrittenParameters(fields, labels));
              return reading.problems().errorCount() == errors
                  ? Optional.of(new Lasting(kind, generator, length))
                  : Optional.empty();
            });
  }

  /** Reports each error, and continues with a default value to find others. */
  private final class WrittenParameters implements GeneratorKind.Parameters {

    private final Fields fields;
    private final Labels labels;

    WrittenParameters(Fields fields, Labels labels) {
      this.fields = fields;
      this.labels = labels;
    }

    @Override
    public double number(String key) {
      return fields.required(key).flatMap(reading::number).orElse(Double.NaN);
    }

    @Override
    public Duration duration(String key) {
      Duration duration = time(key);
      if (fields.has(key) && duration.isZero()) {
        reading.problems().error(fields.key(key), "\"" + key + "\" must be longer than zero");
      }
      return duration;
    }

    @Override
    public Duration time(String key) {
      return fields.required(key).flatMap(any -> fields.duration(key)).orElse(Duration.ZERO);
    }

    @Override
    public Optional<Duration> timeAfter(String earlier, String key) {
      Optional<Duration> time = fields.duration(key);
      Optional<Duration> before = time.isPresent() ? fields.duration(earlier) : Optional.empty();
      if (before.filter(b -> time.get().compareTo(b) <= 0).isPresent()) {
        String wrong = "\"%s\" is not after \"%s\"".formatted(key, earlier);
        reading.problems().error(fields.key(key), wrong);
      }
      return time;
    }

    @Override
    public long seed(String key) {
      return fields
          .scalar(key)
          .flatMap(this::wholeNumber)
          .orElse((long) labels.toString().hashCode());
    }

    private Optional<Long> wholeNumber(YamlScalar scalar) {
      try {
        return Optional.of(Long.parseLong(scalar.text()));
      } catch (NumberFormatException e) {
        String wrong = "expected a whole number, found \"" + scalar.text() + "\"";
        reading.problems().error(scalar, wrong);
        return Optional.empty();
      }
    }
  }
}
