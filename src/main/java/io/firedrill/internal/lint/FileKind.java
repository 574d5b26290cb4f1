package io.firedrill.internal.lint;

/** What a YAML file contains, recognized by its keys. */
public enum FileKind {
  /** Rules: a rule file or a PrometheusRule manifest. */
  RULES,
  /** A configuration of Alertmanager. */
  ALERTMANAGER,
  /** A configuration of Prometheus. */
  PROMETHEUS,
  /** None of these. */
  OTHER
}
