package io.firedrill.drill;

import java.time.Instant;

/** The result of an expression in a {@link Drill}. */
public interface QueryAnswer {

  /** The expression, in PromQL. */
  String expression();

  /** The evaluation's virtual time. */
  Instant time();
}
