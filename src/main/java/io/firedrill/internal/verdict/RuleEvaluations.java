package io.firedrill.internal.verdict;

import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;

/** When the rules of an alert were evaluated: other groups have evaluations of their own. */
@FunctionalInterface
public interface RuleEvaluations {

  /** Not known. */
  RuleEvaluations UNKNOWN = alertname -> new TreeSet<>();

  /** The instants of the evaluations of the rules with this name; virtual time. */
  Set<Instant> of(String alertname);
}
