package io.firedrill.internal.coverage;

import io.firedrill.model.Labels;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** The samples that the Prometheus of a completed run has stored. */
public interface Samples {

  /** Those of the selectors that have a sample from {@code from} to {@code to}, inclusive. */
  Set<String> present(Collection<String> selectors, Instant from, Instant to);

  /** Whether an expression has a result at any step from {@code from} to {@code to}. */
  boolean yields(String expression, Instant from, Instant to, Duration step);

  /** The labels of an expression's result at an instant. */
  List<Labels> at(String expression, Instant time);
}
