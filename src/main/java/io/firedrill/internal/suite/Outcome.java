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
 * How one test went.
 *
 * @param result the result; an error where the test could not be run
 * @param ending how far it came
 * @param cause why there is no verdict; empty where there is one, or the run broke off
 * @param wallClock how long it took
 */
public record Outcome(
    ScenarioResult result, Ending ending, Optional<Throwable> cause, Duration wallClock) {

  /** How far a test came. */
  public enum Ending {
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
