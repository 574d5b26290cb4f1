package io.firedrill.internal.lint;

import io.firedrill.internal.prometheus.Rule;

/** A check that is called with each rule of all files, in order. */
interface RuleCheck extends Check {

  /** Its name in findings and in docs/checks.md. */
  String name();

  /** Checks a rule. */
  void check(Rule rule, Findings findings);
}
