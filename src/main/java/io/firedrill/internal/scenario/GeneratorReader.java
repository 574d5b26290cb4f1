package io.firedrill.internal.scenario;

import io.firedrill.internal.source.Fields;
import io.firedrill.internal.source.YamlNode;
import io.firedrill.internal.source.YamlScalar;
import io.firedrill.model.Generator;
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
        .fields(value.orElse(item.key(kind.key())), "\"" + kind.key() + "\"", kind.fields())
        .flatMap(
            fields -> {
              Optional<Duration> length = fields.duration(kind.lengthField());
              return generator(fields, kind, labels).map(g -> new Lasting(kind, g, length));
            });
  }

  private Optional<Generator> generator(Fields fields, GeneratorKind kind, Labels labels) {
    return switch (kind) {
      case STEADY -> number(fields, "value").map(Generator::steady);
      case RAMP -> ramp(fields);
      case DROP -> drop(fields);
      case NOISE -> noise(fields, labels);
      case GAP -> Optional.of(Generator.gap());
    };
  }

  private Optional<Generator> ramp(Fields fields) {
    Optional<Double> from = number(fields, "from");
    Optional<Double> to = number(fields, "to");
    Optional<Duration> over = fields.required("over").flatMap(s -> fields.duration("over"));
    if (over.filter(Duration::isZero).isPresent()) {
      reading.problems().error(fields.key("over"), "a ramp has to take some time");
      return Optional.empty();
    }
    return from.flatMap(f -> to.flatMap(t -> over.map(o -> Generator.ramp(f, t, o))));
  }

  private Optional<Generator> drop(Fields fields) {
    Optional<Double> from = number(fields, "from");
    Optional<Double> to = number(fields, "to");
    Optional<Duration> at = fields.required("at").flatMap(s -> fields.duration("at"));
    Optional<Duration> until = fields.duration("until");
    if (at.isPresent() && until.filter(u -> u.compareTo(at.get()) <= 0).isPresent()) {
      reading.problems().error(fields.key("until"), "\"until\" is not after \"at\"");
    }
    return from.flatMap(
        f ->
            to.flatMap(
                t ->
                    at.map(
                        a ->
                            until
                                .map(u -> Generator.drop(f, t, a, u))
                                .orElse(Generator.drop(f, t, a)))));
  }

  private Optional<Generator> noise(Fields fields, Labels labels) {
    Optional<Double> around = number(fields, "around");
    Optional<Double> amplitude = number(fields, "amplitude");
    long seed =
        fields
            .scalar("seed")
            .flatMap(this::wholeNumber)
            .orElse((long) labels.toString().hashCode());
    return around.flatMap(m -> amplitude.map(a -> Generator.noise(m, a, seed)));
  }

  private Optional<Double> number(Fields fields, String key) {
    return fields.required(key).flatMap(reading::number);
  }

  private Optional<Long> wholeNumber(YamlScalar scalar) {
    try {
      return Optional.of(Long.parseLong(scalar.text()));
    } catch (NumberFormatException e) {
      reading.problems().error(scalar, "expected a whole number, found \"" + scalar.text() + "\"");
      return Optional.empty();
    }
  }
}
