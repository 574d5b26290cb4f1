package io.firedrill.internal.generation;

import java.nio.file.Path;
import java.util.List;

/**
 * What was generated.
 *
 * @param rules the rules, in the order of their files
 * @param written the files that were written
 * @param runs how many runs of a server it took
 */
public record GenerationResult(List<RuleOutcome> rules, List<Path> written, int runs) {

  public GenerationResult {
    rules = List.copyOf(rules);
    written = List.copyOf(written);
  }

  /** How many rules are in a state. */
  public long count(RuleOutcome.State state) {
    return rules.stream().filter(r -> r.state() == state).count();
  }

  /** How many rules have a near miss. */
  public long nearMisses() {
    return rules.stream().filter(r -> r.nearMisses() > 0).count();
  }
}
