package io.firedrill.internal.lint;

import io.firedrill.internal.source.Severity;

/** What all checks have. */
public interface Check {

  /** What switches it off, and its section in docs/checks.md. */
  String name();

  /** What it demands, in one line without a full stop. */
  String about();

  /** How bad it is if the demand is not met. */
  default Severity severity() {
    return Severity.WARNING;
  }
}
