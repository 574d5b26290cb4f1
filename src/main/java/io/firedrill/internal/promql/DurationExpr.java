package io.firedrill.internal.promql;

import java.time.Duration;
import java.util.List;

/**
 * A duration in a range, a step or an offset. Most are literals; others are computed when the
 * expression is evaluated: {@code [2 * step()]}.
 */
public sealed interface DurationExpr {

  /** Its place in the text. */
  Span span();

  /**
   * The duration in seconds.
   *
   * @param times the values of {@code step()} and {@code range()}
   */
  double seconds(QueryTimes times);

  /** The duration, rounded to milliseconds and limited to 292 years. */
  default Duration duration(QueryTimes times) {
    return Duration.ofMillis(Math.round(Math.max(-LIMIT, Math.min(LIMIT, seconds(times))) * 1000));
  }

  /** Whether it is 0 in every query. */
  default boolean isZero() {
    return this instanceof Literal literal && literal.seconds() == 0;
  }

  /** The longest duration of Go, in seconds. */
  double LIMIT = Long.MAX_VALUE / 1e9;

  /**
   * The times of a query.
   *
   * @param step the time between two evaluations
   * @param range the time from its start to its end
   */
  record QueryTimes(Duration step, Duration range) {

    /** The times of an instant query, such as a rule's: both are 0. */
    public static final QueryTimes INSTANT = new QueryTimes(Duration.ZERO, Duration.ZERO);
  }

  /** {@code 5m}, {@code -1h30m}, {@code 300}. */
  record Literal(double seconds, NumberLiteral.Form form, Span span) implements DurationExpr {
    @Override
    public double seconds(QueryTimes times) {
      return seconds;
    }

    @Override
    public String toString() {
      return Printer.print(this);
    }
  }

  /** {@code (5m + step())}. */
  record Wrapped(DurationExpr inner, Span span) implements DurationExpr {
    @Override
    public double seconds(QueryTimes times) {
      return inner.seconds(times);
    }

    @Override
    public String toString() {
      return Printer.print(this);
    }
  }

  /** {@code -step()}. */
  record Negation(DurationExpr operand, Span span) implements DurationExpr {
    @Override
    public double seconds(QueryTimes times) {
      return -operand.seconds(times);
    }

    @Override
    public String toString() {
      return Printer.print(this);
    }
  }

  /** {@code 5m * 2}. */
  record Operation(DurationExpr left, BinaryOperator operator, DurationExpr right, Span span)
      implements DurationExpr {
    @Override
    public double seconds(QueryTimes times) {
      double a = left.seconds(times);
      double b = right.seconds(times);
      return switch (operator) {
        case ADD -> a + b;
        case SUBTRACT -> a - b;
        case MULTIPLY -> a * b;
        case DIVIDE -> a / b;
        case MODULO -> a % b;
        case POWER -> Math.pow(a, b);
        default -> throw new IllegalStateException(operator.toString());
      };
    }

    @Override
    public String toString() {
      return Printer.print(this);
    }
  }

  /** {@code step()}, {@code range()}, {@code min_of(a, b)} or {@code max_of(a, b)}. */
  record Call(String function, List<DurationExpr> arguments, Span span) implements DurationExpr {

    public Call {
      arguments = List.copyOf(arguments);
    }

    @Override
    public double seconds(QueryTimes times) {
      return switch (function) {
        case "step" -> times.step().toMillis() / 1e3;
        case "range" -> times.range().toMillis() / 1e3;
        case "min_of" -> Math.min(arguments.get(0).seconds(times), arguments.get(1).seconds(times));
        case "max_of" -> Math.max(arguments.get(0).seconds(times), arguments.get(1).seconds(times));
        default -> throw new IllegalStateException(function);
      };
    }

    @Override
    public String toString() {
      return Printer.print(this);
    }
  }
}
