package io.firedrill.internal.inversion;

import io.firedrill.internal.promql.Aggregation;
import io.firedrill.internal.promql.BinaryOperation;
import io.firedrill.internal.promql.BinaryOperator;
import io.firedrill.internal.promql.Expr;
import io.firedrill.internal.promql.FunctionCall;
import io.firedrill.internal.promql.NumberLiteral;
import io.firedrill.internal.promql.Parentheses;
import io.firedrill.internal.promql.Selector;
import io.firedrill.internal.promql.Subquery;
import io.firedrill.internal.promql.UnaryOperation;
import io.firedrill.model.Labels;
import java.util.List;
import java.util.Optional;

/** Chooses shapes of series so that an expression returns something, or just does not. */
final class Inverter {

  final RuleShape rule;
  final Variant variant;
  final Instants instants;
  final Assignment assignment = new Assignment();
  final Layers layers;
  final Known known;

  private final Optional<Site> flipped;
  private final Style style;
  private final FunctionInversion functions;
  private final ArithmeticInversion arithmetic;
  private final AggregationInversion aggregations;

  /** The copies of a replicated series that are being chosen. */
  private int firstCopy;

  private int lastCopy = Integer.MAX_VALUE;

  /**
   * @param layers which selectors read the time before; comparisons add to them
   * @param flipped the condition that is not met; empty if all are
   * @param style how it is not met
   */
  Inverter(
      RuleShape rule,
      Variant variant,
      Layers layers,
      Instants instants,
      Optional<Site> flipped,
      Style style) {
    this.rule = rule;
    this.variant = variant;
    this.instants = instants;
    this.flipped = flipped;
    this.style = style;
    this.layers = layers;
    this.known = new Known(rule, instants, assignment, layers);
    this.functions = new FunctionInversion(this);
    this.arithmetic = new ArithmeticInversion(this);
    this.aggregations = new AggregationInversion(this);
  }

  Assignment run() {
    aim(new Site(0, rule.root()), Goal.ANY);
    return assignment;
  }

  void aim(Site site, Goal goal) {
    Expr expr = site.expr();
    if (expr instanceof Selector) {
      Site there = rule.recorded(site);
      if (there != null) {
        aim(there, goal);
      } else {
        choose(site, goal);
      }
    } else if (expr instanceof Parentheses parentheses) {
      aim(new Site(site.scope(), parentheses.inner()), goal);
    } else if (expr instanceof UnaryOperation operation) {
      boolean minus = operation.sign() == UnaryOperation.Sign.MINUS;
      aim(new Site(site.scope(), operation.operand()), minus ? goal.times(-1) : goal);
    } else if (expr instanceof Subquery subquery) {
      aim(new Site(site.scope(), subquery.inner()), goal);
    } else if (expr instanceof FunctionCall call) {
      functions.aim(site, call, goal);
    } else if (expr instanceof Aggregation aggregation) {
      aggregations.aim(site, aggregation, goal);
    } else if (expr instanceof BinaryOperation operation) {
      aimOperation(site, operation, goal);
    } else if (expr instanceof NumberLiteral number && !goal.allows(number.value())) {
      assignment.fail(NiceNumbers.text(number.value()) + " never changes");
    }
  }

  private void choose(Site leaf, Goal goal) {
    List<Labels> series = rule.series(leaf);
    boolean earlier = layers.isEarlier(leaf);
    for (int i = firstCopy; i < Math.min(lastCopy, series.size()); i++) {
      Labels key = series.get(i);
      Shape old = assignment.get(key, earlier);
      if (goal.isNothing()) {
        assignment.set(key, Shape.GONE, earlier);
      } else if (goal.isAny()) {
        if (old == null) {
          assignment.setAny(key, Shape.constant(1), earlier);
        } else if (old.isGone()) {
          assignment.fail(key + " has to be there and to be absent");
        }
      } else {
        assignment.setLevel(key, goal, variant.margin(), earlier);
      }
    }
  }

  /** Chooses a form that is not a constant value. */
  void shape(Site leaf, Shape shape) {
    List<Labels> series = rule.series(leaf);
    for (int i = firstCopy; i < Math.min(lastCopy, series.size()); i++) {
      assignment.set(series.get(i), shape, layers.isEarlier(leaf));
    }
  }

  /** Chooses only some of the copies of replicated series. */
  void aimCopies(int from, int to, Site site, Goal goal) {
    int first = firstCopy;
    int last = lastCopy;
    firstCopy = from;
    lastCopy = to;
    aim(site, goal);
    firstCopy = first;
    lastCopy = last;
  }

  /** Whether a condition is to be met; notes that it decides. */
  boolean isWanted(Site condition, boolean wanted) {
    assignment.decisions().add(condition);
    return wanted != isFlipped(condition);
  }

  boolean isAnyFlipped() {
    return flipped.isPresent();
  }

  boolean isFlipped(Site condition) {
    return flipped.filter(condition::equals).isPresent();
  }

  private void aimOperation(Site site, BinaryOperation operation, Goal goal) {
    switch (operation.operator().kind()) {
      case SET -> aimSet(site, operation, goal);
      case COMPARISON -> aimComparison(site, operation, goal);
      default -> arithmetic.aim(site, operation, goal);
    }
  }

  private void aimSet(Site site, BinaryOperation operation, Goal goal) {
    Site left = new Site(site.scope(), operation.left());
    Site right = new Site(site.scope(), operation.right());
    switch (operation.operator()) {
      case OR -> {
        Optional<Line> constant =
            rule.seriesBelow(right).isEmpty() ? known.value(right) : Optional.empty();
        if (goal.isNothing()) {
          aim(left, Goal.NOTHING);
          aim(right, Goal.NOTHING);
        } else if (constant.isPresent() && goal.wanted() == Goal.Wanted.VALUE) {
          boolean suits = goal.allows(constant.get().level());
          aim(left, suits ? Goal.NOTHING : goal);
        } else if (variant.branch() == 0 && !isConstantVector(left)) {
          aim(left, goal);
          if (flipped.isPresent()) {
            aimIfFree(right);
          }
        } else {
          aim(right, goal);
          aimIfFree(left);
        }
      }
      case AND -> {
        if (goal.isNothing()) {
          aim(hasConditions(left) || !hasConditions(right) ? left : right, Goal.NOTHING);
        } else {
          aim(left, goal);
          boolean plain = !hasConditions(right);
          aim(right, plain && !isWanted(right, true) ? Goal.NOTHING : Goal.ANY);
        }
      }
      default -> {
        if (goal.isNothing()) {
          aim(left, Goal.NOTHING);
        } else {
          aim(left, goal);
          boolean plain = !hasConditions(right);
          aim(right, plain && !isWanted(right, true) ? Goal.ANY : Goal.NOTHING);
        }
      }
    }
  }

  private void aimIfFree(Site site) {
    for (Labels key : rule.seriesBelow(site)) {
      if (assignment.get(key, false) != null) {
        return;
      }
    }
    aim(site, Goal.NOTHING);
  }

  private static boolean isConstantVector(Site site) {
    return site.expr() instanceof FunctionCall call && call.function().name().equals("vector");
  }

  /** Whether a comparison or absent() decides whether a part returns something. */
  boolean hasConditions(Site site) {
    for (Expr expr : site.expr().all()) {
      Site there = rule.recorded(new Site(site.scope(), expr));
      boolean condition =
          expr instanceof BinaryOperation o && o.operator().kind() == BinaryOperator.Kind.COMPARISON
              || expr instanceof FunctionCall c && c.function().name().startsWith("absent");
      if (condition || there != null && hasConditions(there)) {
        return true;
      }
    }
    return false;
  }

  private void aimComparison(Site site, BinaryOperation operation, Goal goal) {
    boolean isBool = operation.outcome() == BinaryOperation.Outcome.BOOL;
    boolean wanted = isBool ? isTrueWanted(goal) : !goal.isNothing();
    boolean met = isWanted(site, wanted);
    Site left = new Site(site.scope(), operation.left());
    Site right = new Site(site.scope(), operation.right());
    layers.compared(left, right);
    Optional<Line> bound = known.value(right);
    Optional<Line> other = known.value(left);
    boolean rightIsOpen = !rule.seriesBelow(right).isEmpty();
    if (bound.isEmpty() && rightIsOpen && other.isEmpty()) {
      aim(right, Goal.exactly(arithmetic.nominal(right)));
      bound = Optional.of(known.value(right).orElse(Line.constant(arithmetic.nominal(right))));
    }
    if (bound.isPresent() && other.isPresent()) {
      check(site, operation, met, other.get(), bound.get());
      if (rule.seriesBelow(left).isEmpty() && rule.seriesBelow(right).isEmpty()) {
        return;
      }
    }
    if (bound.isPresent()) {
      aim(
          left,
          combined(condition(site, operation.operator(), bound.get(), met), goal, isBool, met));
    } else if (other.isPresent()) {
      BinaryOperator mirrored = operation.operator().mirrored();
      boolean passes = operation.left().type().isVector();
      Goal own = condition(site, mirrored, other.get(), met);
      aim(right, passes ? own : combined(own, goal, isBool, met));
    } else {
      assignment.fail("nothing is known of the two operands of " + operation);
    }
  }

  /** Dates cannot be fed; they depend on the start. */
  private void check(Site site, BinaryOperation operation, boolean met, Line left, Line right) {
    boolean holds =
        Interval.where(operation.operator(), NiceNumbers.clean(right.level()))
            .contains(NiceNumbers.clean(left.level()));
    boolean fixed =
        rule.seriesBelow(new Site(site.scope(), operation.left())).isEmpty()
            && rule.seriesBelow(new Site(site.scope(), operation.right())).isEmpty();
    if (fixed && holds != met) {
      assignment.fail(operation + (holds ? " always holds" : " does not hold"));
    }
  }

  private Goal condition(Site site, BinaryOperator operator, Line bound, boolean met) {
    double level = bound.isConstant() ? bound.level() : 0;
    Goal goal =
        met
            ? Goal.satisfying(operator, level, variant.margin())
            : Goal.violating(
                operator, level, isFlipped(site) ? style : Style.HEALTHY, variant.margin());
    return bound.isConstant() ? goal : goal.plus(bound);
  }

  /** In a chain such as 0 &lt; x &lt; 10, the value satisfies both comparisons. */
  private Goal combined(Goal own, Goal above, boolean isBool, boolean met) {
    if (isBool
        || !met
        || above.wanted() != Goal.Wanted.VALUE
        || !above.isPlain()
        || !own.isPlain()) {
      return own;
    }
    Interval both = own.range().and(above.range());
    if (both.isEmpty()) {
      assignment.fail("two comparisons of one value exclude each other");
      return own;
    }
    boolean between = !Double.isInfinite(both.low()) && !Double.isInfinite(both.high());
    boolean keeps = both.contains(above.pick()) && !between;
    return Goal.value(both, keeps ? above.pick() : both.pick(variant.margin()));
  }

  private static boolean isTrueWanted(Goal goal) {
    if (goal.wanted() != Goal.Wanted.VALUE) {
      return true;
    }
    boolean one = goal.allows(1);
    boolean zero = goal.allows(0);
    return one == zero ? goal.value() >= 0.5 : one;
  }
}
