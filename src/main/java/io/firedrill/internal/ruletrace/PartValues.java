package io.firedrill.internal.ruletrace;

import io.firedrill.internal.prometheus.QueryResult;
import io.firedrill.internal.prometheus.QueryResult.Element;
import io.firedrill.internal.promql.Expr;
import io.firedrill.internal.promql.Modifiers.QueryBound;
import io.firedrill.internal.promql.Selector;
import io.firedrill.internal.promql.Subquery;
import io.firedrill.internal.promql.ValueType;
import io.firedrill.internal.verdict.QueryOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What the parts of an expression return at some evaluations. Prometheus is asked once for each
 * part, when somebody wants to know.
 */
final class PartValues {

  /** More evaluations take time, and do not make an explanation better. */
  static final int INSTANTS = 500;

  /** Prometheus refuses more than 11,000 points. */
  private static final int POINTS = 10_000;

  private final ExpressionQueries queries;
  private final TracedRule rule;
  private final NavigableSet<Instant> instants;
  private final Map<Expr, Map<Instant, List<Element>>> known = new IdentityHashMap<>();
  private final Map<Expr, UnknownValueException> unknown = new IdentityHashMap<>();

  /**
   * @param instants evaluations of the rule; of many, the first count
   */
  PartValues(ExpressionQueries queries, TracedRule rule, List<Instant> instants) {
    this.queries = queries;
    this.rule = rule;
    Instant limit = instants.get(0).plus(rule.unit().interval().multipliedBy(POINTS));
    this.instants =
        new TreeSet<>(instants.stream().filter(limit::isAfter).limit(INSTANTS).toList());
  }

  /** The evaluations, in order. */
  List<Instant> instants() {
    return List.copyOf(instants);
  }

  /**
   * What a part returned: the elements of a vector, a scalar's value, or for a range the number of
   * samples of each series.
   *
   * @throws UnknownValueException if Prometheus does not say
   */
  List<Element> of(Expr part, Instant time) {
    if (unknown.containsKey(part)) {
      throw unknown.get(part);
    }
    try {
      return known.computeIfAbsent(part, this::ask).getOrDefault(time, List.of());
    } catch (UnknownValueException e) {
      unknown.put(part, e);
      throw e;
    }
  }

  private Map<Instant, List<Element>> ask(Expr part) {
    String query = rule.text(part);
    if (part.type() == ValueType.RANGE_VECTOR) {
      query = "count_over_time(" + query + "\n)";
    }
    return instants.size() == 1 || usesBounds(part) ? each(query) : range(query);
  }

  /** Their meaning in a range is not that in a rule. */
  private static boolean usesBounds(Expr part) {
    return part.all().stream()
        .map(
            e ->
                e instanceof Selector selector
                    ? selector.modifiers().at()
                    : e instanceof Subquery subquery ? subquery.modifiers().at() : Optional.empty())
        .anyMatch(at -> at.filter(QueryBound.class::isInstance).isPresent());
  }

  private Map<Instant, List<Element>> each(String query) {
    Map<Instant, List<Element>> values = new HashMap<>();
    Duration lookBack = rule.lookBack();
    for (Instant instant : instants) {
      values.put(
          instant,
          elements(queries.at(query, instant.minus(lookBack))).elements().orElse(List.of()));
    }
    return values;
  }

  private Map<Instant, List<Element>> range(String query) {
    Duration lookBack = rule.lookBack();
    QueryOutcome.Answer answer =
        elements(
            queries.range(
                query,
                instants.first().minus(lookBack),
                instants.last().minus(lookBack),
                rule.unit().interval()));
    Map<Instant, List<Element>> values = new HashMap<>();
    for (QueryResult.Range range : ((QueryResult.Matrix) answer.result()).ranges()) {
      for (QueryResult.Point point : range.points()) {
        Instant evaluation = point.time().plus(lookBack);
        if (instants.contains(evaluation)) {
          values
              .computeIfAbsent(evaluation, any -> new ArrayList<>())
              .add(new Element(range.labels(), point.time(), point.value()));
        }
      }
    }
    return values;
  }

  private static QueryOutcome.Answer elements(QueryOutcome outcome) {
    if (outcome instanceof QueryOutcome.Refusal refusal) {
      throw new UnknownValueException(refusal.message());
    }
    return (QueryOutcome.Answer) outcome;
  }
}
