package io.firedrill.internal.promql;

/**
 * A part of an expression's text.
 *
 * @param start the index of its first character
 * @param end the index after its last character
 */
public record Span(int start, int end) {

  /** The text of this part. */
  public String of(String expression) {
    return expression.substring(start, end);
  }

  Span to(Span last) {
    return new Span(start, last.end);
  }
}
