package io.firedrill.internal.relevance;

import io.firedrill.internal.prometheus.Rule;
import io.firedrill.internal.prometheus.RuleFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Rules of a file. */
final class GivenRules {

  private GivenRules() {}

  /** One alert; its expression begins in column 26 of line 4. */
  static List<Rule> alert(Path directory, String expr) {
    return rules(directory, "- {alert: Full, expr: '" + expr + "'}");
  }

  static List<Rule> annotated(Path directory, String expr, String annotation) {
    return rules(
        directory,
        "- alert: Full\n  expr: "
            + expr
            + "\n  annotations: {summary: \""
            + annotation.replace("\"", "\\\"")
            + "\"}");
  }

  static List<Rule> rules(Path directory, String rules) {
    Path file = directory.resolve("rules.yml");
    try {
      Files.writeString(file, "groups:\n- name: g\n  rules:\n" + rules.indent(2));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return RuleFile.read(file).stream().flatMap(group -> group.rules().stream()).toList();
  }
}
