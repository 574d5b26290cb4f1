package io.firedrill.internal.cli;

import io.firedrill.internal.result.Extras;
import io.firedrill.internal.result.FileResult;
import io.firedrill.internal.result.Picture;
import io.firedrill.internal.result.TestResult;
import io.firedrill.internal.suite.RunSettings.Detail;
import io.firedrill.internal.verdict.RunError;
import io.firedrill.internal.verdict.ScenarioResult;
import java.time.Duration;
import java.util.Optional;

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

  /** The result as data, the one test of its file. */
  FileResult recorded(Detail detail) {
    String error = result.error().map(RunError::text).orElse("");
    Optional<Picture> picture =
        detail == Detail.PICTURE ? Optional.of(Picture.of(result)) : Optional.empty();
    return FileResult.of(
        result.file(),
        TestResult.of(result)
            .with(new Extras(wallClock.toMillis(), error, picture, result.coverage())));
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
