package io.firedrill.internal.suite;

import io.firedrill.internal.run.CoverageMode;
import io.firedrill.internal.run.LogPlace;
import java.nio.file.Path;
import java.time.Duration;

/**
 * How scenarios are run.
 *
 * @param progressLimit the limit for settling, in real time, after which a run fails
 * @param logs the place for the servers' logs of failed tests
 * @param detail what else to query at the end of a run
 * @param coverage whether results contain coverage
 */
public record RunSettings(
    Duration progressLimit, LogPlace logs, Detail detail, CoverageMode coverage) {

  /** What is observed. */
  public enum Detail {
    /** Which expectations are not met, without explanations and logs. */
    FAILURES,
    /** Everything that verdicts need. */
    VERDICT,
    /** Also the values that alerting rules compared with their thresholds, for charts. */
    PICTURE
  }

  private static final Duration DEFAULT_LIMIT = Duration.ofSeconds(30);

  /** The default limit, and logs in this directory. */
  public static RunSettings withLogsIn(Path logs) {
    return withLogsIn(LogPlace.in(logs));
  }

  /** The default limit, and logs in this place. */
  public static RunSettings withLogsIn(LogPlace logs) {
    return new RunSettings(DEFAULT_LIMIT, logs, Detail.VERDICT, CoverageMode.OFF);
  }

  public RunSettings with(Detail other) {
    return new RunSettings(progressLimit, logs, other, coverage);
  }

  public RunSettings with(CoverageMode mode) {
    return new RunSettings(progressLimit, logs, detail, mode);
  }
}
