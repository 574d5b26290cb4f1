package io.firedrill.model;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** The kinds of generators, and their notation in scenario files. */
public enum GeneratorKind {
  STEADY(p -> Generator.steady(p.number("value")), "value", "for"),
  RAMP(
      p -> Generator.ramp(p.number("from"), p.number("to"), p.duration("over")),
      "from",
      "to",
      "over"),
  DROP(GeneratorKind::drop, "from", "to", "at", "until", "for"),
  NOISE(
      p -> Generator.noise(p.number("around"), p.number("amplitude"), p.seed("seed")),
      "around",
      "amplitude",
      "seed",
      "for"),
  GAP(p -> Generator.gap(), "for");

  private final Function<Parameters, Generator> create;
  private final List<String> parameters;

  GeneratorKind(Function<Parameters, Generator> create, String... parameters) {
    this.create = create;
    this.parameters = List.of(parameters);
  }

  /** The parameters of a generator in a file. The implementation reports errors in them. */
  public interface Parameters {

    /** A required number. */
    double number(String key);

    /** A required virtual duration, longer than zero. */
    Duration duration(String key);

    /** A required time relative to the generator's start. */
    Duration time(String key);

    /**
     * An optional time relative to the generator's start.
     *
     * @param earlier the parameter with a time that must be earlier
     */
    Optional<Duration> timeAfter(String earlier, String key);

    /** A whole number; by default, one that depends on the labels of the series. */
    long seed(String key);
  }

  /** The key that names it in a scenario file. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The keys of its parameters; the last one sets its length. */
  public List<String> parameters() {
    return parameters;
  }

  /** Creates a generator. */
  public Generator create(Parameters written) {
    return create.apply(written);
  }

  private static Generator drop(Parameters p) {
    double from = p.number("from");
    double to = p.number("to");
    Duration at = p.time("at");
    return p.timeAfter("at", "until")
        .map(until -> Generator.drop(from, to, at, until))
        .orElse(Generator.drop(from, to, at));
  }
}
