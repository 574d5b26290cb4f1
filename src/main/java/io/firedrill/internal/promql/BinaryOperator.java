package io.firedrill.internal.promql;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** An operator between two expressions. */
public enum BinaryOperator {
  OR("or", 1, Kind.SET),
  AND("and", 2, Kind.SET),
  UNLESS("unless", 2, Kind.SET),
  EQUAL("==", 3, Kind.COMPARISON),
  NOT_EQUAL("!=", 3, Kind.COMPARISON),
  LESS("<", 3, Kind.COMPARISON),
  LESS_OR_EQUAL("<=", 3, Kind.COMPARISON),
  GREATER(">", 3, Kind.COMPARISON),
  GREATER_OR_EQUAL(">=", 3, Kind.COMPARISON),
  /** Cuts a histogram above a value. */
  TRIM_UPPER("</", 3, Kind.ARITHMETIC),
  /** Cuts a histogram below a value. */
  TRIM_LOWER(">/", 3, Kind.ARITHMETIC),
  ADD("+", 4, Kind.ARITHMETIC),
  SUBTRACT("-", 4, Kind.ARITHMETIC),
  MULTIPLY("*", 5, Kind.ARITHMETIC),
  DIVIDE("/", 5, Kind.ARITHMETIC),
  MODULO("%", 5, Kind.ARITHMETIC),
  ATAN2("atan2", 5, Kind.ARITHMETIC),
  POWER("^", 6, Kind.ARITHMETIC);

  /** What kind of operator it is. */
  public enum Kind {
    ARITHMETIC,
    COMPARISON,
    SET
  }

  private static final Map<String, BinaryOperator> BY_TEXT =
      Arrays.stream(values()).collect(Collectors.toMap(o -> o.text, o -> o));

  private final String text;
  private final int precedence;
  private final Kind kind;

  BinaryOperator(String text, int precedence, Kind kind) {
    this.text = text;
    this.precedence = precedence;
    this.kind = kind;
  }

  /** What kind of operator it is. */
  public Kind kind() {
    return kind;
  }

  /** The operator with the same meaning for swapped operands: {@code <} for {@code >}. */
  public BinaryOperator mirrored() {
    return switch (this) {
      case LESS -> GREATER;
      case LESS_OR_EQUAL -> GREATER_OR_EQUAL;
      case GREATER -> LESS;
      case GREATER_OR_EQUAL -> LESS_OR_EQUAL;
      default -> this;
    };
  }

  /** The comparison that holds exactly when this one does not; only for comparisons. */
  public BinaryOperator negated() {
    return switch (this) {
      case LESS -> GREATER_OR_EQUAL;
      case LESS_OR_EQUAL -> GREATER;
      case GREATER -> LESS_OR_EQUAL;
      case GREATER_OR_EQUAL -> LESS;
      case EQUAL -> NOT_EQUAL;
      case NOT_EQUAL -> EQUAL;
      default -> throw new IllegalStateException(text + " is no comparison");
    };
  }

  /** An operator binds its operands more tightly than those of lower precedence. */
  int precedence() {
    return precedence;
  }

  /** The lowest precedence of an operator that belongs to the right operand. */
  int rightPrecedence() {
    return this == POWER ? precedence : precedence + 1;
  }

  static Optional<BinaryOperator> of(Token token) {
    return token.hasMeaning()
        ? Optional.ofNullable(BY_TEXT.get(token.text().toLowerCase(Locale.ROOT)))
        : Optional.empty();
  }

  /** The symbol or keyword: {@code >=}. */
  @Override
  public String toString() {
    return text;
  }
}
