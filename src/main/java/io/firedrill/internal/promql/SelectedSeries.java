package io.firedrill.internal.promql;

import io.firedrill.internal.source.GoRegex;
import io.firedrill.model.LabelMatcher;
import io.firedrill.model.Labels;
import java.util.List;

/** Which series a selector selects, as Prometheus does. */
public final class SelectedSeries {

  private SelectedSeries() {}

  /** Whether a series satisfies all matchers. */
  public static boolean selects(Selector selector, Labels series) {
    return failing(selector, series).isEmpty();
  }

  /** The matchers that a series does not satisfy. */
  public static List<LabelMatcher> failing(Selector selector, Labels series) {
    return selector.matchers().stream().filter(m -> !matches(m, series)).toList();
  }

  /** Whether a series satisfies a matcher; a label that it lacks has the empty value. */
  public static boolean matches(LabelMatcher matcher, Labels series) {
    String value = series.get(matcher.name()).orElse("");
    return switch (matcher.operator()) {
      case EQUAL -> value.equals(matcher.value());
      case NOT_EQUAL -> !value.equals(matcher.value());
      case MATCHES -> GoRegex.compile(matcher.value()).matches(value);
      case MATCHES_NOT -> !GoRegex.compile(matcher.value()).matches(value);
    };
  }
}
