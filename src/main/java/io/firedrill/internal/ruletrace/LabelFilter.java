package io.firedrill.internal.ruletrace;

import io.firedrill.internal.scenario.ValueMatcher;
import io.firedrill.model.Labels;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The labels of the alert in question, as far as they pass through a part of the expression. An
 * element without such a label passes: a later part may add it.
 *
 * @param labels the labels
 */
record LabelFilter(Map<String, ValueMatcher> labels) {

  LabelFilter {
    labels = ValueMatcher.copyOf(labels);
  }

  boolean admits(Labels element) {
    return labels.entrySet().stream()
        .allMatch(
            e -> element.get(e.getKey()).map(value -> e.getValue().matches(value)).orElse(true));
  }

  LabelFilter only(Collection<String> names) {
    return filter(names::contains);
  }

  LabelFilter without(Collection<String> names) {
    return filter(Predicate.not(names::contains));
  }

  private LabelFilter filter(Predicate<String> names) {
    Map<String, ValueMatcher> some = new LinkedHashMap<>(labels);
    some.keySet().removeIf(names.negate());
    return new LabelFilter(some);
  }

  /** {@code queue="a", team=/x|y/}. */
  @Override
  public String toString() {
    return labels.entrySet().stream()
        .map(e -> e.getKey() + "=" + e.getValue())
        .collect(Collectors.joining(", "));
  }
}
