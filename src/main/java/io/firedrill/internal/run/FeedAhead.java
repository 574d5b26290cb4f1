package io.firedrill.internal.run;

import io.firedrill.internal.prometheus.Rule;
import io.firedrill.internal.prometheus.RuleGroup;
import io.firedrill.internal.promql.Promql;
import io.firedrill.internal.promql.Read;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How far ahead of the evaluations samples are fed. A request with several minutes of samples costs
 * little more than one with a minute, and evaluations do not see later samples. If a rule has a
 * negative offset, such as {@code offset -5m}, samples are fed one evaluation at a time.
 */
public enum FeedAhead {
  /** Up to the next evaluation. */
  ONE_EVALUATION,
  /** As far as Prometheus accepts samples in the future. */
  AS_FAR_AS_TAKEN;

  /**
   * Prometheus's default; any value works, because only samples newer than the evaluation matter.
   */
  private static final Duration LOOKBACK = Duration.ofMinutes(5);

  public static FeedAhead of(List<RuleGroup> groups) {
    boolean looksAhead =
        groups.stream().flatMap(group -> group.rules().stream()).anyMatch(FeedAhead::mayLookAhead);
    return looksAhead ? ONE_EVALUATION : AS_FAR_AS_TAKEN;
  }

  /** Expressions that Firedrill cannot parse may do anything. */
  private static boolean mayLookAhead(Rule rule) {
    return Promql.tryParse(rule.expr())
        .map(expr -> Read.of(expr, LOOKBACK).stream().anyMatch(Read::mayLookAhead))
        .orElse(true);
  }

  /**
   * The time up to which samples are fed.
   *
   * @param now the time of the last evaluation
   * @param next the next evaluation
   */
  Instant from(Instant now, Instant next, Instant end) {
    Instant limit = this == ONE_EVALUATION ? next : now.plus(Run.LARGEST_FUTURE);
    Instant wanted = limit.isBefore(next) ? next : limit;
    return wanted.isAfter(end) ? end : wanted;
  }
}
