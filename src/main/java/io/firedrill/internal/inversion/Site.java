package io.firedrill.internal.inversion;

import io.firedrill.internal.promql.Expr;

/**
 * A part of a rule's expression, or of a recording rule that it reads.
 *
 * @param scope which reading of which recording rule; 0 = the rule itself
 * @param expr the part
 */
record Site(int scope, Expr expr) {}
