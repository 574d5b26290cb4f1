package io.firedrill.engine;

import io.firedrill.prometheus.RuleGroup;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How far ahead of the evaluations samples are fed. Several minutes' samples in one request cost
 * little more than one's, and no evaluation sees samples that are later than itself, unless a rule
 * says {@code offset -5m}: then they are fed one evaluation at a time.
 */
enum FeedAhead {
  /** Up to the next evaluation. */
  ONE_EVALUATION,
  /** As far as Prometheus takes samples of the future. */
  AS_FAR_AS_TAKEN;

  private static final Pattern LOOKS_AHEAD = Pattern.compile("\\boffset\\s*[-(]");

  static FeedAhead of(List<RuleGroup> groups) {
    boolean looksAhead =
        groups.stream()
            .flatMap(group -> group.rules().stream())
            .anyMatch(rule -> LOOKS_AHEAD.matcher(rule.expr()).find());
    return looksAhead ? ONE_EVALUATION : AS_FAR_AS_TAKEN;
  }

  /**
   * Up to when to feed.
   *
   * @param now the time of the last evaluation
   * @param next the next evaluation
   */
  Instant from(Instant now, Instant next, Instant end) {
    Instant limit = this == ONE_EVALUATION ? next : now.plus(RigRun.LARGEST_FUTURE);
    Instant wanted = limit.isBefore(next) ? next : limit;
    return wanted.isAfter(end) ? end : wanted;
  }
}
