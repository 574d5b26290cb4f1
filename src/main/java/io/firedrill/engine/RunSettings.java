package io.firedrill.engine;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How scenarios are run.
 *
 * @param progressLimit how long, in wall-clock time, nothing may settle before a run fails
 * @param logs where the servers' logs are kept when a test fails; made when needed
 */
public record RunSettings(Duration progressLimit, Path logs) {

  private static final Duration DEFAULT_LIMIT = Duration.ofSeconds(30);

  /** The default limit, and logs in this directory. */
  public static RunSettings withLogsIn(Path logs) {
    return new RunSettings(DEFAULT_LIMIT, logs);
  }
}
