package io.firedrill.internal.scenario;

import io.firedrill.internal.series.MatcherNotation;
import io.firedrill.internal.series.SeriesNotation;
import io.firedrill.internal.series.SeriesSyntaxException;
import io.firedrill.internal.series.WrittenValues;
import io.firedrill.internal.source.Fields;
import io.firedrill.internal.source.GoNumber;
import io.firedrill.internal.source.InputFile;
import io.firedrill.internal.source.Problems;
import io.firedrill.internal.source.Trust;
import io.firedrill.internal.source.YamlNode;
import io.firedrill.internal.source.YamlScalar;
import io.firedrill.model.LabelMatcher;
import io.firedrill.model.Labels;
import io.firedrill.model.NativeHistogram;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.PatternSyntaxException;

/**
 * The shared state of the readers of one file: its problems, and the conversion of text to values.
 */
final class Reading {

  private static final long VALUE_LIMIT = 10_000_000;

  private final Path file;
  private final Problems problems;
  private final FilePlaces places;
  private final Trust trust;
  private boolean firedrillKeys;
  private long valueCount;

  /**
   * @param places the places of the rules and routes
   */
  Reading(Path file, Problems problems, FilePlaces places, Trust trust) {
    this.file = file;
    this.problems = problems;
    this.places = places;
    this.trust = trust;
  }

  /** The state for reading another file that this one names. */
  Reading of(Path other, Problems itsProblems) {
    return new Reading(other, itsProblems, FilePlaces.AS_WRITTEN, trust);
  }

  Problems problems() {
    return problems;
  }

  /** Reads a node as a mapping with these keys. */
  Optional<Fields> fields(YamlNode node, String what, List<String> known) {
    return Fields.of(node, what, known, problems);
  }

  /** Records whether keys are used that promtool does not have. */
  void note(Fields fields, List<String> firedrillOnly) {
    firedrillKeys |= firedrillOnly.stream().anyMatch(fields::has);
  }

  boolean usesFiredrillKeys() {
    return firedrillKeys;
  }

  /** A path as written, relative to the scenario file. */
  Optional<Path> path(YamlScalar scalar) {
    try {
      Path directory = Optional.ofNullable(file.getParent()).orElse(Path.of(""));
      return allowed(scalar, directory.resolve(scalar.text()).normalize());
    } catch (InvalidPathException e) {
      problems.error(scalar, "not a path: " + e.getReason());
      return Optional.empty();
    }
  }

  /** A path that may be accessed; otherwise reports an error at the path. */
  Optional<Path> allowed(YamlScalar scalar, Path path) {
    Optional<String> refusal = trust.refusal(path);
    refusal.ifPresent(why -> problems.error(scalar, why));
    return refusal.isEmpty() ? Optional.of(path) : Optional.empty();
  }

  /** Whether an untrusted file may have this; otherwise reports an error. */
  boolean isAllowed(YamlNode at, String what) {
    if (!trust.isFull()) {
      problems.error(at, Trust.refusal(what));
    }
    return trust.isFull();
  }

  /** The directory of the file, as paths in it are relative to it. */
  Path directory() {
    return Optional.ofNullable(file.toAbsolutePath().getParent()).orElseThrow();
  }

  /** The path of a file that must exist. */
  Optional<Path> existingFile(YamlScalar scalar) {
    return existing(scalar, path(scalar));
  }

  /** Like {@link #path}, for rules and routes. */
  Optional<Path> testedPath(YamlScalar scalar) {
    return path(scalar).map(places::place).flatMap(path -> allowed(scalar, path));
  }

  /** The path of a file with rules or routes; empty if it does not exist, but may be missing. */
  Optional<Path> testedFile(YamlScalar scalar) {
    Optional<Path> path = testedPath(scalar);
    return path.isPresent() && !InputFile.isReadable(path.get()) && mayLack(path.get())
        ? Optional.empty()
        : existing(scalar, path);
  }

  /** Whether missing rules or routes are allowed. */
  boolean mayLack(Path path) {
    return places.mayLack(path);
  }

  private Optional<Path> existing(YamlScalar scalar, Optional<Path> path) {
    Optional<String> other = path.flatMap(InputFile::otherThanFile);
    if (other.isPresent()) {
      problems.error(scalar, "\"" + path.get() + "\" is " + other.get());
      return Optional.empty();
    }
    if (path.isPresent() && !InputFile.isReadable(path.get())) {
      problems.error(
          scalar,
          "there is no file \"" + path.get() + "\"",
          NamedFiles.nearest(path.get(), scalar.text()));
      return Optional.empty();
    }
    return path;
  }

  /** How many values to generate at most: one more than a file may still have. */
  int valuesLeft() {
    return (int) Math.max(0, VALUE_LIMIT + 1 - valueCount);
  }

  /**
   * Counts values of series; returns false, and reports it at the node, if the file has too many.
   */
  boolean withinLimit(YamlNode node, int values) {
    boolean before = valueCount <= VALUE_LIMIT;
    valueCount += values;
    boolean within = valueCount <= VALUE_LIMIT;
    if (before && !within) {
      problems.error(node, "the series of this file have more than " + VALUE_LIMIT + " values");
    }
    return within;
  }

  Optional<Labels> selector(YamlScalar scalar) {
    return notation(scalar, SeriesNotation::selector);
  }

  /** Matchers in Alertmanager's notation. */
  Optional<List<LabelMatcher>> labelMatchers(YamlScalar scalar) {
    return notation(scalar, MatcherNotation::parse);
  }

  /** The first values in a text, and the number of all. */
  Optional<WrittenValues> values(YamlScalar scalar, int most) {
    return notation(scalar, text -> SeriesNotation.values(text, most));
  }

  Optional<NativeHistogram> histogram(YamlScalar scalar) {
    return notation(scalar, SeriesNotation::histogram);
  }

  /** The value of a piece of notation; an error in it is reported. */
  <T> Optional<T> notation(YamlScalar scalar, Function<String, T> parser) {
    try {
      return Optional.of(parser.apply(scalar.isNull() ? "" : scalar.text()));
    } catch (SeriesSyntaxException e) {
      problems.error(scalar, e.offset(), e.length(), e.getMessage());
      return Optional.empty();
    }
  }

  /** A number in the notation of YAML or Go. */
  Optional<Double> number(YamlScalar scalar) {
    String text = scalar.text().strip();
    Optional<Double> number = GoNumber.parse(text.replaceFirst("^([+-]?)\\.(?=[iInN])", "$1"));
    if (number.isEmpty()) {
      problems.error(scalar, "expected a number, found \"" + scalar.text() + "\"");
    }
    return number;
  }

  /** Labels from a mapping; a null value is no label. */
  Labels labels(Fields fields, String key) {
    return Labels.copyOf(texts(fields, key));
  }

  Map<String, String> texts(Fields fields, String key) {
    Map<String, String> texts = new LinkedHashMap<>();
    fields.textMap(key).forEach((k, v) -> texts.put(k, v.isNull() ? "" : v.text()));
    return texts;
  }

  Map<String, ValueMatcher> matchers(Fields fields, String key) {
    Map<String, ValueMatcher> matchers = new LinkedHashMap<>();
    fields
        .textMap(key)
        .forEach((name, value) -> matcher(value).ifPresent(m -> matchers.put(name, m)));
    return matchers;
  }

  /** Reads a text, or {@code /.../} as a regular expression. */
  Optional<ValueMatcher> matcher(YamlScalar scalar) {
    try {
      return Optional.of(ValueMatcher.parse(scalar.isNull() ? "" : scalar.text()));
    } catch (PatternSyntaxException e) {
      int offset = 1 + Math.max(0, e.getIndex());
      problems.error(
          scalar, offset, 1, "not a regular expression: " + e.getDescription().toLowerCase());
      return Optional.empty();
    }
  }
}
