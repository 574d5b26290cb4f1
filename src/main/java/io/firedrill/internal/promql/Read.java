package io.firedrill.internal.promql;

import io.firedrill.internal.promql.DurationExpr.QueryTimes;
import io.firedrill.internal.promql.Modifiers.At;
import io.firedrill.internal.promql.Modifiers.Edges;
import io.firedrill.internal.promql.Modifiers.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The time from which a selector reads samples in the evaluation for one instant.
 *
 * @param selector the selector
 * @param anchor the time given by {@code @}; empty = the time of the evaluation
 * @param oldest the maximum age of samples at that time
 * @param newest the minimum age of samples at that time; negative = newer than it
 */
public record Read(Selector selector, Optional<Instant> anchor, Duration oldest, Duration newest) {

  /**
   * All reads of an expression, in the order of its text.
   *
   * @param lookback the maximum age of samples for selectors without a range: {@code
   *     --query.lookback-delta}
   */
  public static List<Read> of(Expr expr, Duration lookback) {
    List<Read> reads = new ArrayList<>();
    collect(expr, new Evaluations(Optional.empty(), Duration.ZERO, Duration.ZERO), lookback, reads);
    return reads;
  }

  /** The selectors that an expression reads, in the order of its text. */
  public static List<Selector> selectors(Expr expr) {
    return of(expr, Duration.ZERO).stream().map(Read::selector).toList();
  }

  /** Whether it may read samples newer than the evaluation. */
  public boolean mayLookAhead() {
    return anchor.isPresent() || newest.isNegative();
  }

  private static void collect(Expr expr, Evaluations when, Duration lookback, List<Read> reads) {
    if (expr instanceof Selector selector) {
      reads.add(read(selector, when.moved(selector.modifiers()), lookback));
    } else if (expr instanceof FunctionCall call && InfoCall.is(call)) {
      collect(call.arguments().get(0), when, lookback, reads);
      Selector metadata = InfoCall.metadata(call);
      reads.add(read(metadata, when.moved(metadata.modifiers()), lookback));
    } else {
      Evaluations below =
          expr instanceof Subquery subquery
              ? when.moved(subquery.modifiers()).over(duration(subquery.range()))
              : when;
      for (Expr child : expr.children()) {
        collect(child, below, lookback, reads);
      }
    }
  }

  private static Read read(Selector selector, Evaluations when, Duration lookback) {
    Duration oldest = when.oldest();
    Duration newest = when.newest();
    if (selector instanceof RangeSelector range) {
      oldest = oldest.plus(duration(range.range()));
    }
    Edges edges = selector.modifiers().edges();
    if (selector instanceof VectorSelector || edges != Edges.SAMPLES) {
      oldest = oldest.plus(lookback);
    }
    if (edges == Edges.SMOOTHED) {
      newest = newest.minus(lookback);
    }
    return new Read(selector, when.anchor(), oldest, newest);
  }

  private static Duration duration(DurationExpr duration) {
    return duration.duration(QueryTimes.INSTANT);
  }

  /** The instants for which a part of the expression is evaluated. */
  private record Evaluations(Optional<Instant> anchor, Duration oldest, Duration newest) {

    Evaluations moved(Modifiers modifiers) {
      Evaluations base = modifiers.at().map(Evaluations::fixed).orElse(this);
      Duration offset = modifiers.offset().map(Read::duration).orElse(Duration.ZERO);
      return new Evaluations(base.anchor, base.oldest.plus(offset), base.newest.plus(offset));
    }

    /** The time given by {@code @}. Instant queries start and end at the time of the evaluation. */
    private static Evaluations fixed(At at) {
      return new Evaluations(
          at instanceof Timestamp timestamp ? Optional.of(timestamp.time()) : Optional.empty(),
          Duration.ZERO,
          Duration.ZERO);
    }

    Evaluations over(Duration range) {
      return new Evaluations(anchor, oldest.plus(range), newest);
    }
  }
}
