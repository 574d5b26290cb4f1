package io.firedrill.internal.lint;

import io.firedrill.internal.prometheus.Rule;

/** Looks at one rule after the other, of all files in their order. */
interface RuleCheck extends Check {

  /** What switches it off, and its section in docs/checks.md. */
  String name();

  /** Looks at a rule. */
  void check(Rule rule, Findings findings);
}
