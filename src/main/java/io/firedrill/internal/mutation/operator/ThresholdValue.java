package io.firedrill.internal.mutation.operator;

import io.firedrill.internal.promql.BinaryOperation;
import io.firedrill.internal.promql.BinaryOperator;
import io.firedrill.internal.promql.Expr;
import io.firedrill.internal.promql.NumberLiteral;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A threshold becomes the next value that its digits can express, and 10 % larger or smaller. */
final class ThresholdValue extends ExprOperator {

  private static final BigDecimal MORE = new BigDecimal("1.1");
  private static final BigDecimal LESS = new BigDecimal("0.9");

  ThresholdValue() {
    super("threshold");
  }

  @Override
  List<Replacement> replacements(Expr part, String text) {
    if (!(part instanceof BinaryOperation operation)
        || operation.operator().kind() != BinaryOperator.Kind.COMPARISON) {
      return List.of();
    }
    boolean right = Constants.isConstant(operation.right());
    if (right == Constants.isConstant(operation.left())) {
      return List.of();
    }
    Expr number = right ? operation.right() : operation.left();
    List<Replacement> all = new ArrayList<>();
    for (String other : others(number, number.span().of(text))) {
      all.add(
          Replacement.becoming(
              number,
              other,
              number.span().of(text).replaceAll("\\s+", " ") + " becomes " + shown(other)));
    }
    return all;
  }

  private static Set<String> others(Expr number, String text) {
    if (!(number instanceof NumberLiteral literal)) {
      return new LinkedHashSet<>(
          List.of(
              "(" + text + " + 1)",
              "(" + text + " - 1)",
              "((" + text + ") * 1.1)",
              "((" + text + ") * 0.9)"));
    }
    if (!Double.isFinite(literal.value())) {
      return Set.of();
    }
    BigDecimal value = decimal(literal, text);
    Set<String> others = new LinkedHashSet<>();
    for (BigDecimal other :
        List.of(
            value.add(value.ulp()),
            value.subtract(value.ulp()),
            value.multiply(MORE),
            value.multiply(LESS))) {
      if (other.compareTo(value) != 0) {
        others.add(other.stripTrailingZeros().toPlainString());
      }
    }
    return others;
  }

  /** The number with the digits that the user wrote. */
  private static BigDecimal decimal(NumberLiteral literal, String text) {
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      return BigDecimal.valueOf(literal.value()).stripTrailingZeros();
    }
  }

  private static String shown(String text) {
    return text.replaceAll("\\s+", " ");
  }
}
