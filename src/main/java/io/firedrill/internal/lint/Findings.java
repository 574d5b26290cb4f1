package io.firedrill.internal.lint;

import io.firedrill.internal.source.Problem;
import io.firedrill.internal.source.Problems;
import io.firedrill.internal.source.YamlNode;
import io.firedrill.internal.source.YamlScalar;
import io.firedrill.internal.source.YamlSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects what one check finds in one file. */
final class Findings {

  private final Check check;
  private final Problems problems;

  Findings(Check check, YamlSource source) {
    this.check = check;
    this.problems = new Problems(source);
  }

  void add(YamlNode node, String message) {
    problems.warning(node, message, Optional.empty());
  }

  void add(YamlNode node, String message, String hint) {
    problems.warning(node, message, Optional.of(hint));
  }

  /** A finding in a part of a scalar's text: {@code length} characters from {@code offset} on. */
  void add(YamlScalar scalar, int offset, int length, String message, String hint) {
    problems.warning(scalar, offset, length, message, Optional.of(hint));
  }

  List<Finding> list() {
    List<Finding> findings = new ArrayList<>();
    problems.warnings().forEach(problem -> findings.add(new Finding(check.name(), named(problem))));
    return findings;
  }

  /**
   * Adds the check's name last, because secrets are masked in messages, and the name may contain
   * one by chance.
   */
  private Problem named(Problem problem) {
    return new Problem(
        check.severity(),
        problem.position(),
        problem.message() + " [" + check.name() + "]",
        problem.sourceLine(),
        problem.length(),
        problem.hint());
  }
}
