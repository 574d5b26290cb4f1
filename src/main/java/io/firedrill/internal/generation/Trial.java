package io.firedrill.internal.generation;

import io.firedrill.internal.inversion.InputPlan;
import io.firedrill.internal.prometheus.Rule;
import java.util.List;

/**
 * An input that a server tries.
 *
 * @param input the input
 * @param rules the rules that are evaluated, each with the recording rules that it reads, in the
 *     order of evaluation
 * @param subject the rule whose alerts are watched
 */
record Trial(InputPlan input, List<TrialRule> rules, Rule subject) {

  Trial {
    rules = List.copyOf(rules);
  }
}
