package io.firedrill.internal.promql;

import io.firedrill.internal.promql.Token.Kind;
import io.firedrill.internal.promql.UnaryOperation.Sign;
import java.util.Optional;

/** Parses operators by their precedence, and their operands. */
final class ExpressionParser {

  /** A sign binds less tightly than a power and more than all else: -a^b is -(a^b). */
  private static final int BELOW_SIGN = BinaryOperator.POWER.precedence();

  private final Tokens tokens;
  private final Depth depth = new Depth();
  private final MatchingParser matching;
  private final SelectorParser selectors;
  private final ModifierParser modifiers;
  private final CallParser calls;

  ExpressionParser(Tokens tokens) {
    this.tokens = tokens;
    LabelListParser labels = new LabelListParser(tokens);
    this.matching = new MatchingParser(tokens, labels);
    this.selectors = new SelectorParser(tokens);
    this.modifiers = new ModifierParser(tokens, depth);
    this.calls = new CallParser(tokens, labels, this, depth);
  }

  Expr parseAll() {
    if (tokens.peek().kind() == Kind.END) {
      throw tokens.expected("an expression");
    }
    Expr expr = parse();
    if (tokens.peek().kind() != Kind.END) {
      throw tokens.expected("an operator or the end of the expression");
    }
    return expr;
  }

  /** Parses an expression up to the first token that is not an operator. */
  Expr parse() {
    return parse(BinaryOperator.OR.precedence());
  }

  private Expr parse(int lowest) {
    depth.enter(tokens.peek());
    Expr left = operand();
    Optional<BinaryOperator> operator = BinaryOperator.of(tokens.peek());
    while (operator.isPresent() && operator.get().precedence() >= lowest) {
      Token sign = tokens.next();
      MatchingParser.Result modified = matching.parse(operator.get());
      Expr right = parse(operator.get().rightPrecedence());
      left =
          depth.grown(
              new BinaryOperation(
                  left,
                  operator.get(),
                  modified.outcome(),
                  modified.matching(),
                  right,
                  left.span().to(right.span())),
              sign);
      operator = BinaryOperator.of(tokens.peek());
    }
    depth.leave();
    return left;
  }

  private Expr operand() {
    Token token = tokens.peek();
    if (tokens.accept("+")) {
      return signed(Sign.PLUS, token);
    }
    if (tokens.accept("-")) {
      return signed(Sign.MINUS, token);
    }
    return modifiers.parse(primary());
  }

  private Expr signed(Sign sign, Token token) {
    Expr operand = parse(BELOW_SIGN);
    Span span = token.span().to(operand.span());
    if (operand instanceof NumberLiteral number) {
      double value = sign == Sign.MINUS ? -number.value() : number.value();
      return new NumberLiteral(value, number.form(), span);
    }
    return depth.grown(new UnaryOperation(sign, operand, span), token);
  }

  private Expr primary() {
    Token token = tokens.peek();
    switch (token.kind()) {
      case NUMBER, DURATION -> {
        return Literals.number(tokens.next());
      }
      case STRING -> {
        return Literals.string(tokens.next());
      }
      case IDENTIFIER, METRIC_IDENTIFIER -> {
        tokens.next();
        boolean called = token.kind() == Kind.IDENTIFIER && tokens.peek().is("(");
        return called ? calls.function(token) : selectors.named(token);
      }
      case KEYWORD -> {
        return keyword(token);
      }
      default -> {
        return symbol(token);
      }
    }
  }

  /** A keyword that begins an expression: an aggregation, a function, or the name of a metric. */
  private Expr keyword(Token token) {
    if (!Keywords.mayNameMetric(token.text())) {
      throw tokens.expected("an expression");
    }
    tokens.next();
    Optional<Aggregator> aggregator = Aggregator.of(token);
    Token following = tokens.peek();
    if (aggregator.isPresent()
        && (following.is("(") || following.is("by") || following.is("without"))) {
      return calls.aggregation(aggregator.get(), token);
    }
    return Keywords.mayNameFunction(token.text()) && following.is("(")
        ? calls.function(token)
        : selectors.named(token);
  }

  private Expr symbol(Token token) {
    if (token.is("{")) {
      return selectors.unnamed();
    }
    if (!tokens.accept("(")) {
      throw tokens.expected("an expression");
    }
    Expr inner = parse();
    Token closing = tokens.expect(")", "or an operator");
    return depth.grown(new Parentheses(inner, token.span().to(closing.span())), token);
  }
}
