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

  static RuleOutcome testedAlready(AlertRule rule) {
    return new RuleOutcome(
        rule.name(),
        rule.rule().position(),
        State.TESTED_ALREADY,
        0,
        false,
        Optional.empty(),
        List.of());
  }

  static RuleOutcome unreadable(String name, Position position) {
    return new RuleOutcome(
        name,
        position,
        State.NOT_FOUND,
        0,
        false,
        Optional.empty(),
        List.of("Firedrill cannot parse the expression"));
  }

  static RuleOutcome of(Attempts attempts, Optional<Path> file) {
    boolean fired = attempts.fires().isPresent();
    return new RuleOutcome(
        attempts.rule().name(),
        attempts.rule().rule().position(),
        fired ? State.FIRED : State.NOT_FOUND,
        fired ? attempts.nearMisses().size() : 0,
        attempts.tooShort().isPresent(),
        file,
        fired ? List.of() : attempts.why());
  }

  public RuleOutcome {
    reasons = List.copyOf(reasons);
  }
}
