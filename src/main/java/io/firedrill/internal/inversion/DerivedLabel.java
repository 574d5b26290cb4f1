package io.firedrill.internal.inversion;

import io.firedrill.internal.source.GoRegex;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A label that {@code label_replace} or {@code label_join} makes from others. */
sealed interface DerivedLabel {

  /** The label that is set. */
  String target();

  /** Its value, given those of other labels; empty if it stays as it is. */
  Optional<String> value(Map<String, String> values);

  /** {@code label_join}. */
  record Joined(String target, String separator, List<String> sources) implements DerivedLabel {
    @Override
    public Optional<String> value(Map<String, String> values) {
      return Optional.of(
          sources.stream()
              .map(s -> values.getOrDefault(s, ""))
              .collect(Collectors.joining(separator)));
    }
  }

  /** {@code label_replace}. */
  record Replaced(String target, String replacement, String source, String regex)
      implements DerivedLabel {
    @Override
    public Optional<String> value(Map<String, String> values) {
      try {
        return GoRegex.compile(regex).expanded(values.getOrDefault(source, ""), replacement);
      } catch (GoRegex.BadRegexException e) {
        return Optional.empty();
      }
    }
  }
}
