package io.firedrill.internal.generation;

import io.firedrill.internal.inversion.InputPlan;
import io.firedrill.internal.inversion.PlannedSeries;
import io.firedrill.internal.prometheus.Rule;
import java.util.List;

/**
 * An input that a server tries.
 *
 * @param input the input
 * @param rules the rules that are evaluated, each with the recording rules that it reads, in the
 *     order of evaluation
 * @param subject the rule whose alerts are watched
 * @param background series that are fed as well, unless the input has them
 */
record Trial(InputPlan input, List<TrialRule> rules, Rule subject, List<PlannedSeries> background) {

  Trial {
    rules = List.copyOf(rules);
    background = List.copyOf(background);
  }
}
