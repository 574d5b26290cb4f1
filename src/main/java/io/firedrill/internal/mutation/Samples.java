package io.firedrill.internal.mutation;

import io.firedrill.internal.mutation.operator.Edit;
import io.firedrill.internal.prometheus.Rule;
import io.firedrill.internal.prometheus.RuleStatus;
import io.firedrill.internal.promql.BinaryOperation;
import io.firedrill.internal.promql.BinaryOperator;
import io.firedrill.internal.promql.Expr;
import io.firedrill.internal.promql.FunctionCall;
import io.firedrill.internal.promql.Promql;
import io.firedrill.internal.promql.Selector;
import io.firedrill.internal.promql.ValueType;
import io.firedrill.internal.source.YamlMapping;
import io.firedrill.internal.source.YamlNode;
import io.firedrill.internal.source.YamlScalar;
import io.firedrill.internal.suite.Selection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which expressions can return anything in a test. Where neither a rule nor its mutant can, they
 * are the same to the test.
 */
final class Samples {

  private final Set<String> metrics = new HashSet<>();
  private final boolean scrapes;

  /**
   * Finds the metrics that may have samples.
   *
   * @param test the test: its input, and what its rules record from it
   */
  Samples(Selection.Test test) {
    this.scrapes = test.file().scrapes();
    test.scenario().inputSeries().forEach(s -> metrics.add(s.labels().metricName()));
    List<Rule> rules =
        test.file().groups().stream()
            .flatMap(group -> group.rules().stream())
            .filter(rule -> rule.kind() == RuleStatus.Kind.RECORDING)
            .toList();
    int before = -1;
    while (before != metrics.size()) {
      before = metrics.size();
      rules.stream().filter(r -> mayReturn(r.expr())).forEach(r -> metrics.add(r.name()));
    }
  }

  /** Whether a mutant of a rule may change what happens. */
  boolean mayMatter(Mutant mutant) {
    if (scrapes || !(mutant.mutation().edit() instanceof Edit.OfNode edit)) {
      return true;
    }
    return mayReturn(edit.from()) || edit.to().filter(this::mayReturn).isPresent();
  }

  private boolean mayReturn(YamlNode rule) {
    return !(rule instanceof YamlMapping mapping)
        || !(mapping.get("expr").orElse(null) instanceof YamlScalar expr)
        || mayReturn(expr.text());
  }

  private boolean mayReturn(String expr) {
    return Promql.tryParse(expr).map(this::mayReturn).orElse(true);
  }

  private boolean mayReturn(Expr expr) {
    if (expr instanceof Selector selector) {
      return selector.metric().map(this::hasSamples).orElse(true);
    }
    if (expr instanceof BinaryOperation operation) {
      boolean left = mayReturn(operation.left());
      boolean right = mayReturn(operation.right());
      boolean fills =
          operation.matching().fillLeft().isPresent()
              || operation.matching().fillRight().isPresent();
      if (operation.operator() == BinaryOperator.OR || fills) {
        return left || right;
      }
      return operation.operator() == BinaryOperator.UNLESS ? left : left && right;
    }
    if (expr instanceof FunctionCall call) {
      return call.arguments().isEmpty()
          || call.function().name().startsWith("absent")
          || call.function().name().equals("scalar")
          || call.arguments().stream()
              .filter(argument -> argument.type() != ValueType.STRING)
              .allMatch(this::mayReturn);
    }
    return expr.children().isEmpty() || expr.children().stream().allMatch(this::mayReturn);
  }

  private boolean hasSamples(String metric) {
    return metrics.contains(metric) || metric.startsWith("ALERTS");
  }
}
