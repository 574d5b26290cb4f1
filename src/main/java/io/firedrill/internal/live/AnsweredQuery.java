package io.firedrill.internal.live;

import io.firedrill.drill.QueryAnswer;
import io.firedrill.internal.verdict.Observed;
import io.firedrill.internal.verdict.QueryOutcome;
import java.time.Instant;

/**
 * The result of an expression in a drill.
 *
 * @param expression PromQL
 * @param time the evaluation's virtual time
 * @param outcome the result, or why there is none
 * @param observed all that the drill had observed
 */
public record AnsweredQuery(
    String expression, Instant time, QueryOutcome outcome, Observed observed)
    implements QueryAnswer {

  /**
   * Casts an answer of the public API to this implementation.
   *
   * @throws IllegalArgumentException if it does not come from a drill
   */
  public static AnsweredQuery of(QueryAnswer answer) {
    return RigDrill.own(AnsweredQuery.class, answer);
  }
}
