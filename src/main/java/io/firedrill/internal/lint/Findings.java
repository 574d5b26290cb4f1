package io.firedrill.internal.lint;

import io.firedrill.internal.source.Problems;
import io.firedrill.internal.source.YamlNode;
import io.firedrill.internal.source.YamlScalar;
import io.firedrill.internal.source.YamlSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects what one check finds in one file. */
final class Findings {

  private final String check;
  private final Problems problems;

  Findings(String check, YamlSource source) {
    this.check = check;
    this.problems = new Problems(source);
  }

  void add(YamlNode node, String message) {
    problems.warning(node, named(message), Optional.empty());
  }

  void add(YamlNode node, String message, String hint) {
    problems.warning(node, named(message), Optional.of(hint));
  }

  /** A finding in a part of a scalar's text: {@code length} characters from {@code offset} on. */
  void add(YamlScalar scalar, int offset, int length, String message, String hint) {
    problems.warning(scalar, offset, length, named(message), Optional.of(hint));
  }

  private String named(String message) {
    return message + " [" + check + "]";
  }

  List<Finding> list() {
    List<Finding> findings = new ArrayList<>();
    problems.warnings().forEach(problem -> findings.add(new Finding(check, problem)));
    return findings;
  }
}
