package io.firedrill.internal.ruletrace;

import io.firedrill.internal.prometheus.QueryResult.Element;
import io.firedrill.internal.prometheus.RuleStatus;
import io.firedrill.internal.promql.Expr;
import io.firedrill.internal.promql.NumberLiteral;
import io.firedrill.internal.promql.Parentheses;
import io.firedrill.internal.promql.Selector;
import io.firedrill.internal.promql.StringLiteral;
import io.firedrill.internal.verdict.RuleTrace;
import io.firedrill.internal.verdict.RuleTrace.Part;
import io.firedrill.internal.verdict.RuleTrace.Returned;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What every part of a rule's expression returned at one evaluation. */
final class PartTree {

  /** More elements of one part are counted. */
  private static final int ELEMENTS = 10;

  /** Larger expressions are cut. */
  private static final int PARTS = 200;

  /** Rules may record in a circle. */
  private static final int DEEPEST = 5;

  private final TracedRun run;
  private final TracedRule rule;
  private int parts;

  PartTree(TracedRun run, TracedRule rule) {
    this.run = run;
    this.rule = rule;
  }

  RuleTrace at(Instant evaluation) {
    return new RuleTrace(
        rule.rule().name(), rule.rule().position(), evaluation, whole(rule, evaluation, 0));
  }

  private Part whole(TracedRule of, Instant evaluation, int depth) {
    PartValues values = new PartValues(run.queries(), of, List.of(evaluation));
    return part(of, of.expr(), values, evaluation, depth);
  }

  private Part part(TracedRule of, Expr expr, PartValues values, Instant evaluation, int depth) {
    if (expr instanceof Parentheses parentheses) {
      return part(of, parentheses.inner(), values, evaluation, depth);
    }
    parts++;
    List<Part> below = new ArrayList<>();
    for (Expr child : expr.children()) {
      if (!(child instanceof NumberLiteral || child instanceof StringLiteral) && parts < PARTS) {
        below.add(part(of, child, values, evaluation, depth));
      }
    }
    if (expr instanceof Selector selector && depth < DEEPEST) {
      recording(selector, evaluation)
          .forEach(
              recording ->
                  below.add(
                      whole(recording, recording.evaluation(evaluation, run.start()), depth + 1)));
    }
    return new Part(
        TracedRule.shown(expr), of.position(expr), returned(values, expr, evaluation), below);
  }

  private List<TracedRule> recording(Selector selector, Instant evaluation) {
    return selector
        .metric()
        .map(m -> TracedRule.named(m, RuleStatus.Kind.RECORDING, run.units().apply(evaluation)))
        .orElse(List.of());
  }

  private static Returned returned(PartValues values, Expr expr, Instant evaluation) {
    try {
      List<Element> elements = values.of(expr, evaluation);
      return new Returned(
          elements.size(),
          elements.stream()
              .map(e -> ElementText.labels(e.labels()) + " " + ElementText.value(e.value()))
              .sorted()
              .limit(ELEMENTS)
              .toList(),
          Optional.empty());
    } catch (UnknownValueException e) {
      return new Returned(0, List.of(), Optional.of(e.getMessage()));
    }
  }
}
