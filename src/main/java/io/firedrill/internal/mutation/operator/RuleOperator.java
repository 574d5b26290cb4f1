package io.firedrill.internal.mutation.operator;

import io.firedrill.internal.prometheus.Rule;
import java.util.List;

/** A kind of mistake in a rule. */
public non-sealed interface RuleOperator extends Operator {

  /**
   * The possible mistakes in a rule.
   *
   * @param all the rules of its file
   */
  List<Mutation> mutations(Rule rule, List<Rule> all);
}
