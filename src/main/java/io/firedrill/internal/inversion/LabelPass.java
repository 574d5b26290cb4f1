package io.firedrill.internal.inversion;

import io.firedrill.internal.promql.Aggregation;
import io.firedrill.internal.promql.BinaryOperation;
import io.firedrill.internal.promql.BinaryOperator;
import io.firedrill.internal.promql.Expr;
import io.firedrill.internal.promql.FunctionCall;
import io.firedrill.internal.promql.Parentheses;
import io.firedrill.internal.promql.Selector;
import io.firedrill.internal.promql.StringLiteral;
import io.firedrill.internal.promql.Subquery;
import io.firedrill.internal.promql.UnaryOperation;
import io.firedrill.internal.promql.VectorMatching;
import io.firedrill.internal.promql.VectorMatching.Cardinality;
import io.firedrill.internal.promql.VectorMatching.Clause;
import io.firedrill.model.LabelMatcher;
import io.firedrill.model.LabelMatcher.Operator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds which labels the series of each selector need: what matchers, joins and groups ask for,
 * from the whole expression down to its selectors.
 */
final class LabelPass {

  private static final int DEPTH = 20;

  private final Recordings recordings;
  private final CarriedLabels carried;
  private final Map<Site, Leaf> leaves = new LinkedHashMap<>();
  private final Map<Site, RecordedSite> recorded = new LinkedHashMap<>();
  private final List<DerivedLabel> derived = new ArrayList<>();

  /** The recording rule that a selector reads, and the scope of its expression. */
  record RecordedSite(Recordings.Recording recording, int scope) {}

  /**
   * Where a part of an expression is.
   *
   * @param histogram whether a function of histograms reads it
   * @param aggregated whether labels that nothing needs are dropped above it
   * @param depth how many recording rules lead to it
   */
  record Context(boolean histogram, boolean aggregated, int depth) {

    static final Context TOP = new Context(false, false, 0);

    Context deeper() {
      return new Context(histogram, aggregated, depth + 1);
    }

    Context plain() {
      return new Context(false, false, depth);
    }

    Context ofHistogram() {
      return new Context(true, aggregated, depth);
    }

    Context inAggregation() {
      return new Context(histogram, true, depth);
    }
  }

  LabelPass(Recordings recordings) {
    this.recordings = recordings;
    this.carried = new CarriedLabels(recordings);
  }

  /** Walks an alerting rule's expression, whose result needs these labels. */
  void visitRule(Expr root, Set<String> wanted) {
    Needs needs = Needs.NONE.with(wanted);
    if (wanted.isEmpty() && carried.of(root).labels().isEmpty()) {
      needs = needs.with(List.of("instance", "job"));
    }
    visit(new Site(0, root), needs, Context.TOP);
  }

  Map<Site, Leaf> leaves() {
    return leaves;
  }

  Map<Site, RecordedSite> recorded() {
    return recorded;
  }

  List<DerivedLabel> derived() {
    return derived;
  }

  private void visit(Site site, Needs needs, Context in) {
    Expr expr = site.expr();
    if (expr instanceof Selector selector) {
      visitSelector(site, selector, needs, in);
    } else if (expr instanceof Parentheses parentheses) {
      visit(new Site(site.scope(), parentheses.inner()), needs, in);
    } else if (expr instanceof UnaryOperation operation) {
      visit(new Site(site.scope(), operation.operand()), needs, in);
    } else if (expr instanceof Subquery subquery) {
      visit(new Site(site.scope(), subquery.inner()), needs, in);
    } else if (expr instanceof Aggregation aggregation) {
      visitAggregation(site, aggregation, needs, in);
    } else if (expr instanceof FunctionCall call) {
      visitCall(site, call, needs, in);
    } else if (expr instanceof BinaryOperation operation) {
      visitOperation(site, operation, needs, in);
    }
  }

  private void visitSelector(Site site, Selector selector, Needs needs, Context in) {
    List<Recordings.Recording> found = in.depth() > DEPTH ? List.of() : recordings.of(selector);
    if (found.isEmpty()) {
      Needs all = needs.and(CarriedLabels.positive(selector)).and(negative(selector, needs));
      boolean buckets = in.histogram() && all.has("le");
      Leaf leaf = new Leaf(site, selector, all, buckets, in.aggregated());
      leaves.merge(site, leaf, (a, b) -> a.and(b.needs()));
      return;
    }
    Recordings.Recording recording = found.get(0);
    int scope =
        recorded
            .computeIfAbsent(site, s -> new RecordedSite(recording, recorded.size() + 1))
            .scope();
    Needs inner = needs.and(CarriedLabels.conditions(selector));
    visit(
        new Site(scope, recording.expr()),
        inner.without(recording.labels().asMap().keySet()),
        in.deeper());
  }

  /** The conditions that a label has to satisfy if something else needs it. */
  private static Needs negative(Selector selector, Needs needs) {
    return CarriedLabels.conditions(selector).only(needs.labels().keySet());
  }

  private void visitAggregation(Site site, Aggregation aggregation, Needs needs, Context in) {
    Needs inner;
    if (CarriedLabels.keepsElements(aggregation)) {
      inner = needs.with(aggregation.labels());
    } else if (aggregation.grouping() == Aggregation.Grouping.BY) {
      inner = needs.only(aggregation.labels()).with(aggregation.labels());
    } else {
      inner = needs.without(aggregation.labels()).with(aggregation.labels());
    }
    if (aggregation.parameter().orElse(null) instanceof StringLiteral label) {
      inner = inner.without(Set.of(label.value()));
    }
    boolean drops =
        !CarriedLabels.keepsElements(aggregation)
            && aggregation.grouping() == Aggregation.Grouping.BY;
    visit(new Site(site.scope(), aggregation.operand()), inner, drops ? in.inAggregation() : in);
    aggregation
        .parameter()
        .ifPresent(p -> visit(new Site(site.scope(), p), Needs.NONE, in.plain()));
  }

  private void visitCall(Site site, FunctionCall call, Needs needs, Context in) {
    String name = call.function().name();
    Needs inner = needs;
    Context below = in;
    if (name.equals("label_replace") || name.equals("label_join")) {
      inner = derive(call, needs);
    } else if (name.startsWith("absent") || name.equals("scalar")) {
      inner = Needs.NONE;
    } else if (name.equals("histogram_quantile") || name.equals("histogram_fraction")) {
      below = in.ofHistogram();
      inner = readsBuckets(call, in.depth()) ? needs.with(Set.of("le")) : needs;
    }
    for (Expr argument : call.arguments()) {
      Needs own = argument.type().isVector() ? inner : Needs.NONE;
      visit(new Site(site.scope(), argument), own, below);
    }
  }

  /** Classic histograms are known by their name, or by an aggregation that keeps le. */
  private boolean readsBuckets(FunctionCall call, int depth) {
    for (Expr expr : call.all()) {
      if (expr instanceof Aggregation aggregation && aggregation.labels().contains("le")) {
        return aggregation.grouping() == Aggregation.Grouping.BY;
      }
      if (expr instanceof Selector selector) {
        if (selector.metric().filter(m -> m.endsWith("_bucket")).isPresent()) {
          return true;
        }
        List<Recordings.Recording> found = recordings.of(selector);
        if (!found.isEmpty() && depth < DEPTH) {
          return carried.of(found.get(0).expr()).has("le")
              || found.get(0).expr().all().stream()
                  .anyMatch(
                      e ->
                          e instanceof Selector s
                              && s.metric().filter(m -> m.endsWith("_bucket")).isPresent());
        }
      }
    }
    return false;
  }

  private Needs derive(FunctionCall call, Needs needs) {
    List<String> texts =
        call.arguments().stream()
            .filter(StringLiteral.class::isInstance)
            .map(s -> ((StringLiteral) s).value())
            .toList();
    String target = texts.get(0);
    Needs inner = needs.without(Set.of(target));
    if (call.function().name().equals("label_join")) {
      List<String> sources = texts.subList(2, texts.size());
      derived.add(new DerivedLabel.Joined(target, texts.get(1), sources));
      return inner.with(sources);
    }
    String source = texts.get(2);
    derived.add(new DerivedLabel.Replaced(target, texts.get(1), source, texts.get(3)));
    return source.isEmpty() || source.equals("__name__")
        ? inner
        : inner.with(new LabelMatcher(source, Operator.MATCHES, texts.get(3)));
  }

  private void visitOperation(Site site, BinaryOperation operation, Needs needs, Context in) {
    Site left = new Site(site.scope(), operation.left());
    Site right = new Site(site.scope(), operation.right());
    boolean vectors = operation.left().type().isVector() && operation.right().type().isVector();
    if (!vectors || operation.operator() == BinaryOperator.OR) {
      visit(left, operation.left().type().isVector() ? needs : Needs.NONE, in);
      visit(right, operation.right().type().isVector() ? needs : Needs.NONE, in);
      return;
    }
    VectorMatching matching = operation.matching();
    Needs shared = shared(operation, needs);
    Needs onLeft = shared;
    Needs onRight = shared;
    boolean set = operation.operator().kind() == BinaryOperator.Kind.SET;
    if (set || matching.cardinality() == Cardinality.MANY_TO_ONE) {
      onLeft = shared.and(needs.without(matching.include()));
      onRight = shared.with(matching.include()).and(needs.only(matching.include()));
    } else if (matching.cardinality() == Cardinality.ONE_TO_MANY) {
      onRight = shared.and(needs.without(matching.include()));
      onLeft = shared.with(matching.include()).and(needs.only(matching.include()));
    }
    if (operation.operator() == BinaryOperator.UNLESS) {
      onLeft = apart(operation, onLeft);
    }
    visit(left, onLeft, in);
    visit(right, onRight, in);
  }

  /** The left side of unless must not be what a selector of the same metric excludes. */
  private static Needs apart(BinaryOperation operation, Needs needs) {
    if (!(ArithmeticInversion.plain(operation.right()) instanceof Selector excluded)) {
      return needs;
    }
    Needs result = needs;
    boolean same =
        operation.left().all().stream()
            .anyMatch(
                e ->
                    e instanceof Selector s
                        && s.metric().isPresent()
                        && s.metric().equals(excluded.metric()));
    for (LabelMatcher matcher : excluded.matchers()) {
      if (same && needs.has(matcher.name()) && matcher.operator() == Operator.EQUAL) {
        LabelMatcher other = new LabelMatcher(matcher.name(), Operator.NOT_EQUAL, matcher.value());
        Map<String, List<LabelMatcher>> changed = new java.util.TreeMap<>(result.labels());
        changed.put(matcher.name(), List.of(other));
        result = new Needs(changed);
      }
    }
    return result;
  }

  /** The labels by which the two sides are matched. */
  private Needs shared(BinaryOperation operation, Needs needs) {
    VectorMatching matching = operation.matching();
    Needs both = carried.of(operation.left()).and(carried.of(operation.right()));
    if (matching.clause() == Clause.ON) {
      return both.and(needs).only(matching.labels()).with(matching.labels());
    }
    boolean grouped =
        matching.cardinality() == Cardinality.MANY_TO_ONE
            || matching.cardinality() == Cardinality.ONE_TO_MANY;
    Needs wanted = grouped ? needs.without(matching.include()) : needs;
    return both.and(wanted).without(matching.labels());
  }

  /** The names of all labels that some selector needs. */
  Set<String> names() {
    return leaves.values().stream()
        .flatMap(leaf -> leaf.needs().labels().keySet().stream())
        .collect(Collectors.toSet());
  }
}
