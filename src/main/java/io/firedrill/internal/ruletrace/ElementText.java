package io.firedrill.internal.ruletrace;

import io.firedrill.internal.prometheus.QueryResult.Element;
import io.firedrill.internal.prometheus.QueryValue;
import io.firedrill.internal.verdict.NumberText;
import io.firedrill.model.Labels;
import java.util.List;
import java.util.stream.Collectors;

/** Elements of a vector, as text. */
final class ElementText {

  private static final int SHOWN = 3;

  private ElementText() {}

  static String value(QueryValue value) {
    return value instanceof QueryValue.Number number
        ? NumberText.of(number.value())
        : "a histogram of " + NumberText.of(((QueryValue.Histogram) value).count());
  }

  /** {@code up{job="a"}}; {@code {}} without labels. */
  static String labels(Labels labels) {
    return labels.isEmpty() ? "{}" : labels.toString();
  }

  /** {@code up{job="a"}, up{job="b"} and 3 more}. */
  static String labels(List<Element> elements) {
    String first =
        elements.stream()
            .map(e -> labels(e.labels()))
            .sorted()
            .limit(SHOWN)
            .collect(Collectors.joining(", "));
    return elements.size() > SHOWN ? first + " and " + (elements.size() - SHOWN) + " more" : first;
  }

  /** {@code up{job="a"} is 0}. */
  static String withValue(Element element) {
    return labels(element.labels()) + " is " + value(element.value());
  }
}
