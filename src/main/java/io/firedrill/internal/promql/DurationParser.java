package io.firedrill.internal.promql;

import io.firedrill.internal.promql.DurationExpr.Call;
import io.firedrill.internal.promql.DurationExpr.Literal;
import io.firedrill.internal.promql.DurationExpr.Negation;
import io.firedrill.internal.promql.DurationExpr.Operation;
import io.firedrill.internal.promql.DurationExpr.Wrapped;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Parses literal and computed durations: {@code 5m}, {@code -(2 * step())}. */
final class DurationParser {

  private static final String EXPECTED = "a duration such as 5m";

  private final Tokens tokens;
  private final Depth depth;

  DurationParser(Tokens tokens, Depth depth) {
    this.tokens = tokens;
    this.depth = depth;
  }

  /** A range or a step. */
  DurationExpr positive() {
    DurationExpr duration = parse(BinaryOperator.ADD.precedence());
    if (duration instanceof Literal literal && literal.seconds() <= 0) {
      throw new PromqlException(literal.span(), "the duration must be greater than 0");
    }
    return duration;
  }

  /**
   * Parses an offset. An operator after it belongs to the enclosing expression, unless parentheses
   * or a second sign show that the duration is computed.
   */
  DurationExpr offset() {
    Token first = tokens.peek();
    boolean signed = tokens.accept("-") || tokens.accept("+");
    Token second = tokens.peek();
    if (second.is("(") && !signed || signed && isSign(second)) {
      return rest(signed ? signed(first) : primary(), BinaryOperator.ADD.precedence());
    }
    DurationExpr duration = primary();
    return signed ? applied(first, duration) : duration;
  }

  private static boolean isSign(Token token) {
    return token.is("-") || token.is("+");
  }

  private DurationExpr parse(int lowest) {
    depth.enter(tokens.peek());
    Token token = tokens.peek();
    boolean sign = tokens.accept("-") || tokens.accept("+");
    DurationExpr duration = rest(sign ? signed(token) : primary(), lowest);
    depth.leave();
    return duration;
  }

  private DurationExpr rest(DurationExpr first, int lowest) {
    DurationExpr left = first;
    Optional<BinaryOperator> operator = operator();
    while (operator.isPresent() && operator.get().precedence() >= lowest) {
      Token sign = tokens.next();
      DurationExpr right = parse(operator.get().rightPrecedence());
      boolean divides =
          operator.get() == BinaryOperator.DIVIDE || operator.get() == BinaryOperator.MODULO;
      if (divides && right.isZero()) {
        throw new PromqlException(right.span(), "division by zero");
      }
      Span span = left.span().to(right.span());
      left =
          depth.grown(new Operation(left, operator.get(), right, span), List.of(left, right), sign);
      operator = operator();
    }
    return left;
  }

  private Optional<BinaryOperator> operator() {
    return BinaryOperator.of(tokens.peek())
        .filter(o -> o.precedence() >= BinaryOperator.ADD.precedence())
        .filter(o -> o != BinaryOperator.ATAN2);
  }

  private DurationExpr signed(Token sign) {
    return applied(sign, parse(BinaryOperator.POWER.precedence()));
  }

  private DurationExpr applied(Token sign, DurationExpr duration) {
    Span span = sign.span().to(duration.span());
    boolean negative = sign.is("-");
    if (duration instanceof Literal literal) {
      double seconds = negative ? -literal.seconds() : literal.seconds();
      return new Literal(seconds, literal.form(), span);
    }
    return negative ? depth.grown(new Negation(duration, span), List.of(duration), sign) : duration;
  }

  private DurationExpr primary() {
    Token token = tokens.peek();
    if (Literals.isNumber(token)) {
      return literal(tokens.next());
    }
    if (tokens.accept("(")) {
      DurationExpr inner = parse(BinaryOperator.ADD.precedence());
      Token closing = tokens.expect(")", "or an operator");
      return wrapped(inner, token, token.span().to(closing.span()));
    }
    if (token.kind() == Token.Kind.KEYWORD && Keywords.isDurationFunction(token.text())) {
      return call(tokens.next());
    }
    throw tokens.expected(EXPECTED);
  }

  private static DurationExpr literal(Token token) {
    double seconds = Literals.value(token);
    if (seconds > DurationExpr.LIMIT) {
      throw new PromqlException(token.span(), "a duration cannot be longer than 292 years");
    }
    return new Literal(seconds, Literals.form(token), token.span());
  }

  /** Drops parentheses around a literal duration, which do not make it a computed one. */
  private DurationExpr wrapped(DurationExpr inner, Token opening, Span span) {
    return inner instanceof Literal literal
        ? new Literal(literal.seconds(), literal.form(), span)
        : depth.grown(new Wrapped(inner, span), List.of(inner), opening);
  }

  private DurationExpr call(Token function) {
    String name = function.text().toLowerCase(Locale.ROOT);
    tokens.expect("(", "after \"" + function.text() + "\"");
    List<DurationExpr> arguments = new ArrayList<>();
    if (name.endsWith("_of")) {
      arguments.add(parse(BinaryOperator.ADD.precedence()));
      tokens.expect(",", "between two durations");
      arguments.add(parse(BinaryOperator.ADD.precedence()));
    }
    Token closing = tokens.expect(")", "at the end of the call");
    Span span = function.span().to(closing.span());
    return depth.grown(new Call(name, arguments, span), arguments, function);
  }
}
