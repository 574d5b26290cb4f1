package io.firedrill.internal.suite;

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
 * The outcome of one test.
 *
 * @param result the result; an error if the test could not be run
 * @param ending how it ended
 * @param cause why there is no verdict; empty if there is one or the run was aborted
 * @param wallClock its duration in wall-clock time
 */
public record Outcome(
    ScenarioResult result, Ending ending, Optional<Throwable> cause, Duration wallClock) {

  /** How a test ended. */
  public enum Ending {
    /** There is a verdict, or the run was aborted. */
    RUN,
    /** The servers refused the user's files. */
    REFUSED,
    /** The servers did not start. */
    NO_SERVERS,
    /** Firedrill itself failed. */
    BUG
  }

  /** The result as data, with this test as the only one of its file. */
  public FileResult recorded(Detail detail) {
    String error = result.error().map(RunError::text).orElse("");
    Optional<Picture> picture =
        detail == Detail.PICTURE ? Optional.of(Picture.of(result)) : Optional.empty();
    return FileResult.of(
        result.file(),
        TestResult.of(result)
            .with(new Extras(wallClock.toMillis(), error, picture, result.coverage())));
  }
}
