package io.firedrill.cli;

import io.firedrill.verdict.ScenarioResult;
import java.time.Duration;

/**
 * How one test went.
 *
 * @param result the result; an error where the test could not be run
 * @param ending how far it came
 * @param message what the user has to know besides the result, or the empty string
 * @param wallClock how long it took
 */
record Outcome(ScenarioResult result, Ending ending, String message, Duration wallClock) {

  /** How far a test came. */
  enum Ending {
    /** There is a verdict, or the run broke off. */
    RUN,
    /** The servers refused the user's files. */
    REFUSED,
    /** The servers did not start. */
    NO_SERVERS,
    /** Firedrill itself failed. */
    BUG
  }

  int exitStatus() {
    return switch (ending) {
      case RUN -> result.passed() ? ExitStatus.PASSED : ExitStatus.FAILED;
      case REFUSED -> ExitStatus.BAD_INPUT;
      case NO_SERVERS -> ExitStatus.NO_SERVERS;
      case BUG -> ExitStatus.BUG;
    };
  }
}
