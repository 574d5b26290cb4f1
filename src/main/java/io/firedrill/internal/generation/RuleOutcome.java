package io.firedrill.internal.generation;

import io.firedrill.internal.source.Position;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What became of an alerting rule.
 *
 * @param name the name of the alert
 * @param position where the rule is
 * @param state what became of it
 * @param nearMisses how many near misses were found
 * @param isTooShortFound whether an input was found that does not last long enough
 * @param file the scenario file that was written; empty if none was
 * @param reasons why no input was found
 */
public record RuleOutcome(
    String name,
    Position position,
    State state,
    int nearMisses,
    boolean isTooShortFound,
    Optional<Path> file,
    List<String> reasons) {

  /** What became of a rule. */
  public enum State {
    /** An input was found for which the alert fires. */
    FIRED,
    /** No such input was found. */
    NOT_FOUND,
    /** Existing scenarios mention it. */
    TESTED_ALREADY
  }

  public RuleOutcome {
    reasons = List.copyOf(reasons);
  }
}
