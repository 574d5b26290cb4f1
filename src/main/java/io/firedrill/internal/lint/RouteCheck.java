package io.firedrill.internal.lint;

import io.firedrill.internal.source.YamlMapping;

/** A check of an Alertmanager configuration. */
interface RouteCheck extends Check {

  /** Its name in findings and in docs/checks.md. */
  String name();

  /** Checks a configuration. */
  void check(YamlMapping configuration, Findings findings);
}
