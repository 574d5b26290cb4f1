package io.firedrill.internal.promql;

import io.firedrill.internal.promql.Modifiers.Edges;
import io.firedrill.internal.promql.Modifiers.QueryBound;
import io.firedrill.internal.promql.Modifiers.Timestamp;
import java.time.Instant;
import java.util.Optional;

/** Parses the modifiers of an expression: ranges, subqueries, offsets, times, {@code smoothed}. */
final class ModifierParser {

  private static final String READERS = "a selector or a subquery";

  private static final double LATEST = Long.MAX_VALUE / 1000.0;

  private final Tokens tokens;
  private final Depth depth;
  private final DurationParser durations;

  ModifierParser(Tokens tokens, Depth depth) {
    this.tokens = tokens;
    this.depth = depth;
    this.durations = new DurationParser(tokens, depth);
  }

  Expr parse(Expr expr) {
    Expr modified = expr;
    while (true) {
      Token token = tokens.peek();
      if (tokens.accept("[")) {
        modified = range(modified, token);
      } else if (tokens.accept("offset")) {
        modified = offset(modified, token);
      } else if (tokens.accept("@")) {
        modified = at(modified, token);
      } else if (tokens.accept("anchored")) {
        modified = edges(modified, token, Edges.ANCHORED);
      } else if (tokens.accept("smoothed")) {
        modified = edges(modified, token, Edges.SMOOTHED);
      } else {
        return modified;
      }
    }
  }

  private Expr range(Expr expr, Token opening) {
    DurationExpr range = durations.positive();
    if (tokens.accept(":")) {
      Optional<DurationExpr> step =
          tokens.peek().is("]") ? Optional.empty() : Optional.of(durations.positive());
      Token closing = tokens.expect("]", "at the end of a subquery");
      return depth.grown(
          new Subquery(expr, range, step, Modifiers.NONE, expr.span().to(closing.span())), opening);
    }
    Token closing = tokens.expect("]", "or \":\" after a range");
    Span brackets = opening.span().to(closing.span());
    if (!(expr instanceof VectorSelector selector)) {
      throw new PromqlException(
          brackets, "only a selector has a range; write [5m:] for a subquery");
    }
    Modifiers modifiers = selector.modifiers();
    if (modifiers
        .offset()
        .filter(o -> o instanceof DurationExpr.Literal && !o.isZero())
        .isPresent()) {
      throw new PromqlException(brackets, "expected the range before the offset");
    }
    if (modifiers.at().filter(Timestamp.class::isInstance).isPresent()) {
      throw new PromqlException(brackets, "expected the range before @");
    }
    return new RangeSelector(
        selector.name(), selector.matchers(), range, modifiers, expr.span().to(closing.span()));
  }

  private Expr offset(Expr expr, Token keyword) {
    DurationExpr offset = durations.offset();
    Modifiers modifiers = modifiers(expr, keyword);
    if (modifiers.offset().filter(o -> !o.isZero()).isPresent()) {
      throw new PromqlException(keyword.span(), "an offset is given twice");
    }
    return with(expr, modifiers.withOffset(offset));
  }

  private Expr at(Expr expr, Token sign) {
    Modifiers.At at;
    if (tokens.accept("start") || tokens.accept("end")) {
      at = tokens.last().is("start") ? QueryBound.START : QueryBound.END;
      tokens.expect("(", "after \"" + tokens.last().text() + "\"");
      tokens.expect(")", "after \"(\"");
    } else {
      at = timestamp();
    }
    Modifiers modifiers = modifiers(expr, sign);
    if (modifiers.at().isPresent()) {
      throw new PromqlException(sign.span(), "@ is given twice");
    }
    return with(expr, modifiers.withAt(at));
  }

  private Timestamp timestamp() {
    boolean negative = tokens.accept("-");
    if (!negative) {
      tokens.accept("+");
    }
    if (!Literals.isNumber(tokens.peek())) {
      throw tokens.expected("a timestamp, start() or end()");
    }
    double seconds = Literals.value(tokens.next());
    if (Double.isNaN(seconds) || seconds >= LATEST) {
      throw new PromqlException(tokens.last().span(), "the timestamp is out of range");
    }
    long millis = Math.round(seconds * 1000);
    return new Timestamp(Instant.ofEpochMilli(negative ? -millis : millis));
  }

  private Expr edges(Expr expr, Token keyword, Edges edges) {
    if (!(expr instanceof Selector selector)) {
      throw new PromqlException(keyword.span(), "only a selector can be " + keyword.text());
    }
    Edges before = selector.modifiers().edges();
    if (before != Edges.SAMPLES && before != edges) {
      throw new PromqlException(keyword.span(), "a selector cannot be both anchored and smoothed");
    }
    return with(expr, selector.modifiers().withEdges(edges));
  }

  private static Modifiers modifiers(Expr expr, Token keyword) {
    if (expr instanceof Selector selector) {
      return selector.modifiers();
    }
    if (expr instanceof Subquery subquery) {
      return subquery.modifiers();
    }
    throw new PromqlException(keyword.span(), '"' + keyword.text() + "\" must follow " + READERS);
  }

  private Expr with(Expr expr, Modifiers modifiers) {
    Span span = expr.span().to(tokens.last().span());
    return expr instanceof Selector selector
        ? selector.with(modifiers, span)
        : depth.grown(((Subquery) expr).with(modifiers, span), tokens.last());
  }
}
