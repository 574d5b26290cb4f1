package io.firedrill.assertions;

import io.firedrill.internal.scenario.ValueMatcher;
import io.firedrill.internal.source.PrometheusDuration;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Parses text arguments of assertions; invalid ones are an IllegalArgumentException. */
final class Arguments {

  private Arguments() {}

  static Duration duration(String text) {
    return PrometheusDuration.parse(text)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "\"" + text + "\" is not a duration; write 90s, 15m30s or 4h"));
  }

  /** Refuses an empty list of expectations, which would always pass. */
  static void requireSome(String what, Object[] expected) {
    if (expected.length == 0) {
      throw new IllegalArgumentException(
          "contains() without arguments always passes: give at least one " + what);
    }
  }

  static Map<String, ValueMatcher> matchers(String what, String... namesAndValues) {
    if (namesAndValues.length % 2 != 0) {
      throw new IllegalArgumentException(
          "%s are pairs of a name and a value, but the last has no value: %s"
              .formatted(what, String.join(", ", namesAndValues)));
    }
    Map<String, ValueMatcher> matchers = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      matchers.put(namesAndValues[i], ValueMatcher.parse(namesAndValues[i + 1]));
    }
    return matchers;
  }

  /** The entries of both maps; those of {@code others} replace entries with the same name. */
  static Map<String, ValueMatcher> joined(
      Map<String, ValueMatcher> some, Map<String, ValueMatcher> others) {
    Map<String, ValueMatcher> all = new LinkedHashMap<>(some);
    all.putAll(others);
    return all;
  }
}
