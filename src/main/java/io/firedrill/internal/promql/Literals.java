package io.firedrill.internal.promql;

import io.firedrill.internal.promql.NumberLiteral.Form;
import io.firedrill.internal.promql.Token.Kind;
import io.firedrill.internal.source.GoNumber;
import io.firedrill.internal.source.GoString;
import io.firedrill.internal.source.PrometheusDuration;
import java.time.Duration;

/** The values of tokens that the lexer has checked. */
final class Literals {

  private Literals() {}

  static boolean isNumber(Token token) {
    return token.kind() == Kind.NUMBER || token.kind() == Kind.DURATION;
  }

  /** A number, or the seconds of a duration. */
  static double value(Token token) {
    if (token.kind() == Kind.NUMBER) {
      return GoNumber.parse(token.text()).orElseThrow();
    }
    Duration duration = PrometheusDuration.parse(token.text()).orElseThrow();
    return duration.toMillis() / 1e3;
  }

  static Form form(Token token) {
    return token.kind() == Kind.NUMBER ? Form.NUMBER : Form.DURATION;
  }

  static NumberLiteral number(Token token) {
    return new NumberLiteral(value(token), form(token), token.span());
  }

  static StringLiteral string(Token token) {
    return new StringLiteral(text(token), token.span());
  }

  /** The value of a string. */
  static String text(Token token) {
    return GoString.read(token.text(), 0).value();
  }

  /** The value of a string that is a name. */
  static String name(Token token) {
    GoString.Quoted quoted = GoString.read(token.text(), 0);
    if (quoted.value().isEmpty() || !quoted.isUtf8()) {
      throw new PromqlException(
          token.span(), quoted.isUtf8() ? "a name cannot be empty" : "a name must be valid UTF-8");
    }
    return quoted.value();
  }
}
