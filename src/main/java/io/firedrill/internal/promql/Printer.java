package io.firedrill.internal.promql;

import io.firedrill.internal.promql.DurationExpr.Call;
import io.firedrill.internal.promql.DurationExpr.Literal;
import io.firedrill.internal.promql.DurationExpr.Negation;
import io.firedrill.internal.promql.DurationExpr.Operation;
import io.firedrill.internal.promql.DurationExpr.Wrapped;
import io.firedrill.internal.promql.Modifiers.Edges;
import io.firedrill.internal.promql.Modifiers.QueryBound;
import io.firedrill.internal.promql.Modifiers.Timestamp;
import io.firedrill.internal.source.PrometheusDuration;
import io.firedrill.model.LabelMatcher;
import io.firedrill.model.LabelMatcher.Operator;
import io.firedrill.model.Labels;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** Prints trees in one line and in a canonical form, as Prometheus shows rules. */
public final class Printer {

  private static final Duration YEAR = Duration.ofDays(365);
  private static final Duration WEEK = Duration.ofDays(7);

  private final StringBuilder text = new StringBuilder();

  private Printer() {}

  /** An expression as text. */
  public static String print(Expr expr) {
    Printer printer = new Printer();
    printer.write(expr);
    return printer.text.toString();
  }

  /** A duration as text. */
  public static String print(DurationExpr duration) {
    Printer printer = new Printer();
    printer.write(duration);
    return printer.text.toString();
  }

  static String series(Selector selector) {
    Printer printer = new Printer();
    printer.writeSeries(selector);
    return printer.text.toString();
  }

  private void write(Expr expr) {
    if (expr instanceof NumberLiteral number) {
      text.append(number(number.value(), number.form()));
    } else if (expr instanceof StringLiteral string) {
      text.append(Quoting.quoted(string.value()));
    } else if (expr instanceof Parentheses parentheses) {
      text.append('(');
      write(parentheses.inner());
      text.append(')');
    } else if (expr instanceof UnaryOperation operation) {
      text.append(operation.sign());
      write(operation.operand());
    } else if (expr instanceof BinaryOperation operation) {
      write(operation);
    } else if (expr instanceof FunctionCall call) {
      text.append(call.function().name());
      write(call.arguments());
    } else if (expr instanceof Aggregation aggregation) {
      write(aggregation);
    } else if (expr instanceof Selector selector) {
      write(selector);
    } else if (expr instanceof Subquery subquery) {
      write(subquery);
    }
  }

  private void write(List<Expr> arguments) {
    String separator = "(";
    for (Expr argument : arguments) {
      text.append(separator);
      write(argument);
      separator = ", ";
    }
    text.append(arguments.isEmpty() ? "()" : ")");
  }

  private void write(BinaryOperation operation) {
    write(operation.left());
    text.append(' ').append(operation.operator());
    if (operation.outcome() == BinaryOperation.Outcome.BOOL) {
      text.append(" bool");
    }
    if (BinaryCheck.joins(operation)) {
      write(operation.matching());
    }
    text.append(' ');
    write(operation.right());
  }

  private void write(VectorMatching matching) {
    boolean grouped = matching.cardinality().isGrouped();
    if (grouped || !matching.labels().isEmpty() || matching.clause() == VectorMatching.Clause.ON) {
      text.append(' ').append(matching.clause()).append(labels(matching.labels()));
    }
    if (grouped) {
      boolean left = matching.cardinality() == VectorMatching.Cardinality.MANY_TO_ONE;
      text.append(left ? " group_left" : " group_right").append(labels(matching.include()));
    }
    if (matching.fillLeft().equals(matching.fillRight())) {
      matching.fillLeft().ifPresent(v -> fill("fill", v));
    } else {
      matching.fillLeft().ifPresent(v -> fill("fill_left", v));
      matching.fillRight().ifPresent(v -> fill("fill_right", v));
    }
  }

  private void fill(String modifier, double value) {
    text.append(' ').append(modifier).append(" (");
    text.append(number(value, NumberLiteral.Form.NUMBER)).append(')');
  }

  private static String labels(List<String> names) {
    return names.stream().map(Quoting::name).collect(Collectors.joining(", ", " (", ")"));
  }

  private void write(Aggregation aggregation) {
    text.append(aggregation.aggregator());
    if (aggregation.grouping() == Aggregation.Grouping.WITHOUT) {
      text.append(" without").append(labels(aggregation.labels())).append(' ');
    } else if (!aggregation.labels().isEmpty()) {
      text.append(" by").append(labels(aggregation.labels())).append(' ');
    }
    write(aggregation.children());
  }

  private void write(Selector selector) {
    writeSeries(selector);
    if (selector instanceof RangeSelector range) {
      text.append('[');
      write(range.range());
      text.append(']');
    }
    write(selector.modifiers());
  }

  private void writeSeries(Selector selector) {
    text.append(selector.name());
    List<String> matchers =
        selector.matchers().stream()
            .filter(m -> !isName(m, selector.name()))
            .map(m -> Quoting.name(m.name()) + m.operator().sign() + Quoting.quoted(m.value()))
            .sorted()
            .toList();
    if (!matchers.isEmpty() || selector.name().isEmpty()) {
      text.append('{').append(String.join(",", matchers)).append('}');
    }
  }

  private static boolean isName(LabelMatcher matcher, String name) {
    return matcher.name().equals(Labels.METRIC_NAME)
        && matcher.operator() == Operator.EQUAL
        && matcher.value().equals(name)
        && !name.isEmpty();
  }

  private void write(Subquery subquery) {
    write(subquery.inner());
    text.append('[');
    write(subquery.range());
    text.append(':');
    subquery.step().ifPresent(this::write);
    text.append(']');
    write(subquery.modifiers());
  }

  private void write(Modifiers modifiers) {
    if (modifiers.edges() != Edges.SAMPLES) {
      text.append(modifiers.edges() == Edges.ANCHORED ? " anchored" : " smoothed");
    }
    modifiers.at().ifPresent(at -> text.append(" @ ").append(at(at)));
    modifiers
        .offset()
        .filter(o -> !o.isZero())
        .ifPresent(
            offset -> {
              text.append(" offset ");
              write(offset);
            });
  }

  private static String at(Modifiers.At at) {
    if (at instanceof Timestamp timestamp) {
      return BigDecimal.valueOf(timestamp.time().toEpochMilli(), 3).toPlainString();
    }
    return at == QueryBound.START ? "start()" : "end()";
  }

  private void write(DurationExpr duration) {
    if (duration instanceof Literal literal) {
      text.append(duration(literal.seconds()));
    } else {
      part(duration);
    }
  }

  /** Prints a part of a computed duration, where a number differs from a duration. */
  private void part(DurationExpr duration) {
    if (duration instanceof Literal literal) {
      text.append(number(literal.seconds(), literal.form()));
    } else if (duration instanceof Wrapped wrapped) {
      text.append('(');
      part(wrapped.inner());
      text.append(')');
    } else if (duration instanceof Negation negation) {
      text.append('-');
      part(negation.operand());
    } else if (duration instanceof Operation operation) {
      if (operation.operator() == BinaryOperator.POWER && isNegative(operation.left())) {
        part(new Wrapped(operation.left(), operation.span()));
      } else {
        part(operation.left());
      }
      text.append(' ').append(operation.operator()).append(' ');
      part(operation.right());
    } else if (duration instanceof Call call) {
      String separator = "";
      text.append(call.function()).append('(');
      for (DurationExpr argument : call.arguments()) {
        text.append(separator);
        part(argument);
        separator = ", ";
      }
      text.append(')');
    }
  }

  /** Whether it needs parentheses, which the tree does not contain: (-2)^2. */
  private static boolean isNegative(DurationExpr duration) {
    return duration instanceof Literal literal && literal.seconds() < 0;
  }

  private static String number(double value, NumberLiteral.Form form) {
    return form == NumberLiteral.Form.DURATION ? duration(value) : number(value);
  }

  private static String duration(double seconds) {
    double millis = seconds * 1000;
    if (millis == 0 || millis != Math.rint(millis)) {
      return number(seconds);
    }
    Duration duration = Duration.ofMillis((long) millis);
    for (Duration unit : List.of(YEAR, WEEK)) {
      if (duration.toMillis() % unit.toMillis() == 0) {
        return duration.dividedBy(unit) + (unit == YEAR ? "y" : "w");
      }
    }
    return PrometheusDuration.format(duration);
  }

  private static String number(double value) {
    if (Double.isNaN(value)) {
      return "NaN";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "Inf" : "-Inf";
    }
    String digits =
        new BigDecimal(Double.toString(Math.abs(value))).stripTrailingZeros().toPlainString();
    return (1 / value < 0 || value < 0 ? "-" : "") + digits;
  }
}
