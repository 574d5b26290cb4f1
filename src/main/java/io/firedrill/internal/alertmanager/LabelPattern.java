package io.firedrill.internal.alertmanager;

import io.firedrill.internal.source.GoRegex;
import io.firedrill.model.LabelMatcher;
import io.firedrill.model.Labels;
import java.util.List;

/** Evaluates matchers; their regular expressions are Go's, and must match the whole value. */
final class LabelPattern {

  private LabelPattern() {}

  /** Whether labels match every matcher; true without matchers. */
  static boolean allMatch(List<LabelMatcher> matchers, Labels labels) {
    return matchers.stream().allMatch(m -> matches(m, labels));
  }

  private static boolean matches(LabelMatcher matcher, Labels labels) {
    String value = labels.get(matcher.name()).orElse("");
    return switch (matcher.operator()) {
      case EQUAL -> value.equals(matcher.value());
      case NOT_EQUAL -> !value.equals(matcher.value());
      case MATCHES -> GoRegex.compile(matcher.value()).matches(value);
      case MATCHES_NOT -> !GoRegex.compile(matcher.value()).matches(value);
    };
  }
}
