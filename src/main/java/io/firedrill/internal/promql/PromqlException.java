package io.firedrill.internal.promql;

/** Text that is not a PromQL expression. The message says what was expected. */
public final class PromqlException extends RuntimeException {

  private final Span span;

  PromqlException(Span span, String message) {
    super(message);
    this.span = span;
  }

  /** The wrong part; an empty span at the end of the text. */
  public Span span() {
    return span;
  }
}
