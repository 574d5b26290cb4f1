package io.firedrill.internal.prometheus;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What to write if Prometheus refuses an expression because a feature is switched off. */
final class FeatureHint {

  private static final Map<Pattern, String> FEATURES =
      Map.of(
          Pattern.compile("function \"?\\w+\"? is not enabled|\\w+\\(\\) is experimental"),
          "promql-experimental-functions",
          Pattern.compile("experimental duration expression"),
          "promql-duration-expr",
          Pattern.compile("(anchored|smoothed) modifier is experimental"),
          "promql-extended-range-selectors",
          Pattern.compile("fill modifiers are experimental"),
          "promql-binop-fill-modifiers");

  private FeatureHint() {}

  static Optional<String> of(String message) {
    return FEATURES.entrySet().stream()
        .filter(e -> e.getKey().matcher(message).find())
        .map(e -> "switch it on: prometheus_flags: {enable-feature: " + e.getValue() + "}")
        .findFirst();
  }
}
