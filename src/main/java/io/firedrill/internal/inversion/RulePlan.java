package io.firedrill.internal.inversion;

import java.util.List;
import java.util.Optional;

/**
 * Inputs for a rule.
 *
 * @param fires an input that may make it fire; empty if none is known
 * @param nearMisses inputs for which one condition is just not met
 * @param conflicts what stands in the way
 * @param problems what no input can satisfy
 */
public record RulePlan(
    Optional<InputPlan> fires,
    List<InputPlan> nearMisses,
    List<String> conflicts,
    List<String> problems) {

  public RulePlan {
    nearMisses = List.copyOf(nearMisses);
    conflicts = List.copyOf(conflicts);
    problems = List.copyOf(problems);
  }
}
