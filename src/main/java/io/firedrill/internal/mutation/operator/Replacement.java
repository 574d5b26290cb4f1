package io.firedrill.internal.mutation.operator;

import io.firedrill.internal.promql.BinaryOperation;
import io.firedrill.internal.promql.Expr;
import io.firedrill.internal.promql.Printer;
import io.firedrill.internal.promql.Span;

/**
 * A part of an expression's text and what replaces it.
 *
 * @param at the index of the character at which the change is shown
 * @param span the replaced part
 * @param text the new text
 * @param change the change, for messages
 */
record Replacement(int at, Span span, String text, String change) {

  /** Replaces a whole part; the change says what is different. */
  static Replacement of(Expr part, Expr by, String change) {
    return of(part, part.span().start(), by, change);
  }

  /** The same, shown at a character within the part. */
  static Replacement of(Expr part, int at, Expr by, String change) {
    String text = Printer.print(by);
    return new Replacement(
        at, part.span(), by instanceof BinaryOperation ? "(" + text + ")" : text, change);
  }

  /** Replaces a part by another text, and says so. */
  static Replacement becoming(Expr part, String text, String shown) {
    return new Replacement(part.span().start(), part.span(), text, shown);
  }
}
