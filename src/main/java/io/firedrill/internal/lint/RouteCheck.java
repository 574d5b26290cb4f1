package io.firedrill.internal.lint;

import io.firedrill.internal.source.YamlMapping;

/** Looks at an Alertmanager configuration. */
interface RouteCheck extends Check {

  /** What switches it off, and its section in docs/checks.md. */
  String name();

  /** Looks at a configuration. */
  void check(YamlMapping configuration, Findings findings);
}
