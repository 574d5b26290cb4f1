package io.firedrill.internal.verdict;

import io.firedrill.internal.scenario.ValueMatcher;
import io.firedrill.model.Labels;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A field with its expected and actual value, both as text.
 *
 * @param expected what was expected; empty where the part should not be there
 * @param actual what was found; empty where the part is not there
 * @param agrees whether the two fit
 */
public record Field(
    String name, Optional<String> expected, Optional<String> actual, boolean agrees) {

  /** A field that matches. */
  public static Field equal(String name, String both) {
    return new Field(name, Optional.of(both), Optional.of(both), true);
  }

  /** A field that does not match. */
  public static Field differing(String name, String expected, String actual) {
    return new Field(name, Optional.of(expected), Optional.of(actual), false);
  }

  static Field missing(String name, String expected) {
    return new Field(name, Optional.of(expected), Optional.empty(), false);
  }

  static Field extra(String name, String actual) {
    return new Field(name, Optional.empty(), Optional.of(actual), false);
  }

  /** How many fields do not match. */
  public static int disagreements(List<Field> fields) {
    return (int) fields.stream().filter(f -> !f.agrees()).count();
  }

  /** All entries of two maps that should be equal; either may be empty to show the other alone. */
  static List<Field> exactly(
      String prefix, Map<String, String> expected, Map<String, String> actual) {
    TreeSet<String> names = new TreeSet<>(expected.keySet());
    names.addAll(actual.keySet());
    List<Field> fields = new ArrayList<>();
    for (String name : names) {
      Optional<String> wanted = Optional.ofNullable(expected.get(name)).map(SeriesText::quoted);
      Optional<String> found = Optional.ofNullable(actual.get(name)).map(SeriesText::quoted);
      fields.add(new Field(prefix + name, wanted, found, wanted.equals(found)));
    }
    return fields;
  }

  /** The entries that matchers name; others are ignored. A missing entry never matches. */
  public static List<Field> matching(
      String prefix, Map<String, ValueMatcher> expected, Map<String, String> actual) {
    List<Field> fields = new ArrayList<>();
    expected.forEach(
        (name, matcher) -> {
          Optional<String> found = Optional.ofNullable(actual.get(name));
          fields.add(matching(prefix + name, matcher, found, found));
        });
    return fields;
  }

  /** The same for labels: a missing label equals an empty one. */
  public static List<Field> matchingLabels(
      String prefix, Map<String, ValueMatcher> expected, Labels actual) {
    List<Field> fields = new ArrayList<>();
    expected.forEach(
        (name, matcher) -> {
          Optional<String> found = actual.get(name);
          fields.add(matching(prefix + name, matcher, found, found.or(() -> Optional.of(""))));
        });
    return fields;
  }

  private static Field matching(
      String name, ValueMatcher expected, Optional<String> shown, Optional<String> compared) {
    return new Field(
        name,
        Optional.of(expected.toString()),
        shown.map(SeriesText::quoted),
        compared.filter(expected::matches).isPresent());
  }
}
