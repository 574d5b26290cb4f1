package io.firedrill.internal.prometheus;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A loaded rule group.
 *
 * @param name the group's name
 * @param file the rule file's path as in the configuration, possibly relative
 * @param interval virtual time between two evaluations
 * @param lastEvaluation the server's clock at the start of the last evaluation: its timestamp or
 *     slightly later; empty before the first
 * @param rules the rules, in the file's order
 */
public record RuleGroupStatus(
    String name,
    String file,
    Duration interval,
    Optional<Instant> lastEvaluation,
    List<RuleStatus> rules) {
  public RuleGroupStatus {
    rules = List.copyOf(rules);
  }
}
