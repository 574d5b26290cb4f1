package io.firedrill.internal.ruletrace;

import io.firedrill.internal.prometheus.QueryResult.Element;
import io.firedrill.internal.prometheus.QueryValue;
import io.firedrill.internal.promql.BinaryOperation;
import io.firedrill.internal.promql.Expr;
import io.firedrill.internal.promql.NumberLiteral;
import io.firedrill.internal.promql.ValueType;
import io.firedrill.internal.verdict.VirtualTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A comparison that is false, and the values nearest to making it true. */
final class NotMetText {

  private final VirtualTime time;
  private final TracedRule rule;
  private final PartValues values;

  NotMetText(VirtualTime time, TracedRule rule, PartValues values) {
    this.time = time;
    this.rule = rule;
    this.values = values;
  }

  /**
   * A value, and the number that it is compared with.
   *
   * @param other whose number it is, if it is not a literal's
   */
  private record Compared(
      Element value, QueryValue number, Optional<String> other, Instant evaluation) {

    boolean isNan() {
      return value.value() instanceof QueryValue.Number own && Double.isNaN(own.value());
    }

    /** What has no order is farther away than anything. */
    double distance() {
      if (value.value() instanceof QueryValue.Number a && number instanceof QueryValue.Number b) {
        double distance = Math.abs(a.value() - b.value());
        return Double.isNaN(distance) ? Double.POSITIVE_INFINITY : distance;
      }
      return Double.POSITIVE_INFINITY;
    }
  }

  String line(Finding.NotMet finding, List<Instant> evaluations) {
    List<Compared> all = new ArrayList<>();
    evaluations.forEach(e -> all.addAll(at(finding, e)));
    String comparison = rule.placed(finding.comparison()) + " is false";
    Optional<Compared> nearest = all.stream().min(Comparator.comparingDouble(Compared::distance));
    if (nearest.isEmpty()) {
      return comparison;
    }
    long here = all.stream().filter(c -> c.evaluation().equals(all.get(0).evaluation())).count();
    boolean several = evaluations.size() > 1 || here > 1;
    Compared one = nearest.get();
    if (several && all.stream().allMatch(Compared::isNan)) {
      return comparison + ": every value is NaN";
    }
    String labels = one.value().labels().isEmpty() ? "" : " of " + one.value().labels();
    return comparison
        + (several ? ": the nearest value is " : ": the value is ")
        + ElementText.value(one.value().value())
        + labels
        + one.other().map(o -> ", against " + ElementText.value(one.number()) + o).orElse("")
        + (evaluations.size() > 1 ? ", at " + time.text(one.evaluation()) : "");
  }

  private List<Compared> at(Finding.NotMet finding, Instant evaluation) {
    BinaryOperation comparison = finding.comparison();
    if (MatchedLabels.joins(comparison)) {
      return Pairs.matching(comparison, values, finding.filter(), evaluation).stream()
          .map(
              p ->
                  new Compared(
                      p.left(),
                      p.right().value(),
                      Optional.of(" of " + ElementText.labels(p.right().labels())),
                      evaluation))
          .toList();
    }
    boolean mirrored = comparison.left().type() == ValueType.SCALAR;
    Expr vector = mirrored ? comparison.right() : comparison.left();
    Expr scalar = mirrored ? comparison.left() : comparison.right();
    List<Element> number = values.of(scalar, evaluation);
    if (number.isEmpty()) {
      return List.of();
    }
    QueryValue limit = number.get(0).value();
    Optional<String> other = scalar instanceof NumberLiteral ? Optional.empty() : Optional.of("");
    return values.of(vector, evaluation).stream()
        .filter(e -> finding.filter().admits(e.labels()))
        .map(e -> new Compared(e, limit, other, evaluation))
        .toList();
  }
}
