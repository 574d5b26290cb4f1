package io.firedrill.internal.promql;

import io.firedrill.internal.promql.Token.Kind;

/** The tokens of an expression, with one token of lookahead. */
final class Tokens {

  private final Lexer lexer;
  private Token next;
  private Token last;

  Tokens(String text) {
    this.lexer = new Lexer(text);
    this.last = new Token(Kind.END, "", new Span(0, 0));
  }

  /** The next token, without consuming it. */
  Token peek() {
    if (next == null) {
      next = lexer.next();
    }
    return next;
  }

  Token next() {
    last = peek();
    next = null;
    return last;
  }

  /** The token that was consumed last. */
  Token last() {
    return last;
  }

  boolean accept(String symbolOrKeyword) {
    boolean found = peek().is(symbolOrKeyword);
    if (found) {
      next();
    }
    return found;
  }

  /**
   * Consumes a symbol; fails if another token comes next. {@code place} is text such as "in a
   * call".
   */
  Token expect(String symbol, String place) {
    if (!peek().is(symbol)) {
      throw expected('"' + symbol + "\" " + place);
    }
    return next();
  }

  /** The error that something else was expected. */
  PromqlException expected(String what) {
    return new PromqlException(peek().span(), "expected " + what + ", found " + peek().described());
  }
}
