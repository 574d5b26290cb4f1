package io.firedrill.internal.cli;

import io.firedrill.internal.source.InputException;
import io.firedrill.internal.source.YamlMapping;
import io.firedrill.internal.source.YamlScalar;
import io.firedrill.internal.source.YamlSource;
import java.nio.file.Path;
import java.util.Set;

/** Recognizes rule files in a directory. */
final class RuleFiles {

  private static final Set<String> KINDS = Set.of("PrometheusRule", "PrometheusRuleList", "List");

  private RuleFiles() {}

  /** Whether a file has rule groups, or is a manifest of them; unreadable files are reported. */
  static boolean isRuleFile(Path file) {
    try {
      return YamlSource.read(file).documents().stream()
          .filter(YamlMapping.class::isInstance)
          .map(YamlMapping.class::cast)
          .anyMatch(
              root ->
                  root.get("groups").isPresent()
                      || root.get("kind").orElse(null) instanceof YamlScalar kind
                          && KINDS.contains(kind.text()));
    } catch (InputException e) {
      return true;
    }
  }
}
