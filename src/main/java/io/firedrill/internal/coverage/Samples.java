package io.firedrill.internal.coverage;

import io.firedrill.model.Labels;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** What the Prometheus of a run has in store; asked when the run is over. */
public interface Samples {

  /** Those of some selectors that have a sample in a span of time, both ends included. */
  Set<String> present(Collection<String> selectors, Instant from, Instant to);

  /** Whether an expression yields anything at any step of a span of time. */
  boolean yields(String expression, Instant from, Instant to, Duration step);

  /** The labels of what an expression yields at an instant. */
  List<Labels> at(String expression, Instant time);
}
