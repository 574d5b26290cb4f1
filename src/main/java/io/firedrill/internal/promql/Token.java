package io.firedrill.internal.promql;

/**
 * The smallest piece of an expression.
 *
 * @param text its text in the expression
 */
record Token(Kind kind, String text, Span span) {

  enum Kind {
    /** A word that may name a function, a metric or a label. */
    IDENTIFIER,
    /** A word with a colon, which can only name a metric or a label. */
    METRIC_IDENTIFIER,
    /** A keyword, in any letter case. */
    KEYWORD,
    NUMBER,
    DURATION,
    STRING,
    /** An operator, a bracket, a comma or a colon. */
    SYMBOL,
    END
  }

  /** Whether it is this symbol or keyword. */
  boolean is(String symbolOrKeyword) {
    return switch (kind) {
      case SYMBOL -> text.equals(symbolOrKeyword);
      case KEYWORD -> text.equalsIgnoreCase(symbolOrKeyword);
      default -> false;
    };
  }

  /** Whether it is a keyword or a symbol. */
  boolean hasMeaning() {
    return kind == Kind.KEYWORD || kind == Kind.SYMBOL;
  }

  /** Its description in messages. */
  String described() {
    String shown = text.length() > 40 ? text.substring(0, 40) + "…" : text;
    return switch (kind) {
      case END -> "the end of the expression";
      case STRING -> "the string " + shown;
      default -> '"' + shown + '"';
    };
  }
}
