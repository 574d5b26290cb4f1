package io.firedrill.internal.promql;

import io.firedrill.internal.promql.Token.Kind;

/** The tokens of an expression, one ahead. */
final class Tokens {

  private final Lexer lexer;
  private Token next;
  private Token last;

  Tokens(String text) {
    this.lexer = new Lexer(text);
    this.last = new Token(Kind.END, "", new Span(0, 0));
  }

  /** The next token, which stays where it is. */
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

  /** The token that was taken last. */
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

  /** Takes a symbol, or says that it was expected in a place such as "in a call". */
  Token expect(String symbol, String place) {
    if (!peek().is(symbol)) {
      throw expected('"' + symbol + "\" " + place);
    }
    return next();
  }

  /** The mistake that something else comes next. */
  PromqlException expected(String what) {
    return new PromqlException(peek().span(), "expected " + what + ", found " + peek().described());
  }
}
