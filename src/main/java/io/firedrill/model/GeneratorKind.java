package io.firedrill.model;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** The kinds of generators, and how scenario files write them. */
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

  /** The parameters of a generator as they were written; a mistake in them is the reader's. */
  public interface Parameters {

    /** A number, which must be there. */
    double number(String key);

    /** A virtual duration longer than zero, which must be there. */
    Duration duration(String key);

    /** A time since the generator's begin, which must be there. */
    Duration time(String key);

    /**
     * A time since the generator's begin, if it is there.
     *
     * @param earlier the parameter with a time before it
     */
    Optional<Duration> timeAfter(String earlier, String key);

    /** A whole number, or else one that depends on the labels of the series. */
    long seed(String key);
  }

  /** The key that names it in a scenario file. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The keys of its parameters; the last one says how long it lasts. */
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
