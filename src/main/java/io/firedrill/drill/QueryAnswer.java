package io.firedrill.drill;

import java.time.Instant;

/** What an expression evaluated to. */
public interface QueryAnswer {

  /** The expression, in PromQL. */
  String expression();

  /** The evaluation's virtual time. */
  Instant time();
}
