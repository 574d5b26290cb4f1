package io.firedrill.internal.inversion;

import io.firedrill.internal.promql.BinaryOperator;
import java.util.List;
import java.util.Optional;

/** Functions of a number, and their inverses. */
final class Elementary {

  private static final double TWO = 2;

  private Elementary() {}

  /** The value of a function; empty if it is no function of a number. */
  static Optional<Line> apply(String name, double x, List<Double> parameters) {
    double first = parameters.isEmpty() ? Double.NaN : parameters.get(0);
    double second = parameters.size() < TWO ? Double.NaN : parameters.get(1);
    return Optional.ofNullable(
            switch (name) {
              case "abs" -> Math.abs(x);
              case "sgn" -> Math.signum(x);
              case "ceil" -> Math.ceil(x);
              case "floor" -> Math.floor(x);
              case "round" -> {
                double to = Double.isNaN(first) ? 1 : first;
                yield Math.floor(x / to + 0.5) * to;
              }
              case "sqrt" -> Math.sqrt(x);
              case "exp" -> Math.exp(x);
              case "ln" -> Math.log(x);
              case "log2" -> Math.log(x) / Math.log(TWO);
              case "log10" -> Math.log10(x);
              case "clamp" -> Math.max(first, Math.min(second, x));
              case "clamp_min" -> Math.max(first, x);
              case "clamp_max" -> Math.min(first, x);
              case "deg" -> Math.toDegrees(x);
              case "rad" -> Math.toRadians(x);
              case "sin" -> Math.sin(x);
              case "cos" -> Math.cos(x);
              case "tan" -> Math.tan(x);
              case "asin" -> Math.asin(x);
              case "acos" -> Math.acos(x);
              case "atan" -> Math.atan(x);
              case "sinh" -> Math.sinh(x);
              case "cosh" -> Math.cosh(x);
              case "tanh" -> Math.tanh(x);
              default -> (Double) null;
            })
        .map(Line::constant);
  }

  static Optional<Line> apply(BinaryOperator operator, double left, double right) {
    return switch (operator) {
      case POWER -> Optional.of(Line.constant(Math.pow(left, right)));
      case MODULO -> Optional.of(Line.constant(left % right));
      case ATAN2 -> Optional.of(Line.constant(Math.atan2(left, right)));
      default -> Optional.empty();
    };
  }

  /** An argument for which a function has a value; empty if it is not such a function. */
  static Optional<Double> inverse(String name, double y) {
    return Optional.ofNullable(
        switch (name) {
          case "abs", "sgn", "ceil", "floor", "round", "clamp", "clamp_min", "clamp_max" -> y;
          case "sqrt" -> y * y;
          case "exp" -> y > 0 ? Math.log(y) : (Double) null;
          case "ln" -> Math.exp(y);
          case "log2" -> Math.pow(TWO, y);
          case "log10" -> Math.pow(10, y);
          case "deg" -> Math.toRadians(y);
          case "rad" -> Math.toDegrees(y);
          case "sin" -> Math.asin(y);
          case "cos" -> Math.acos(y);
          case "tan" -> Math.atan(y);
          case "asin" -> Math.sin(y);
          case "acos" -> Math.cos(y);
          case "atan" -> Math.tan(y);
          case "sinh" -> Math.log(y + Math.sqrt(y * y + 1));
          case "cosh" -> Math.log(y + Math.sqrt(y * y - 1));
          case "tanh" -> Math.log((1 + y) / (1 - y)) / TWO;
          case "asinh" -> Math.sinh(y);
          case "acosh" -> Math.cosh(y);
          case "atanh" -> Math.tanh(y);
          default -> (Double) null;
        });
  }
}
