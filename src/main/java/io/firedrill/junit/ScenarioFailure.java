package io.firedrill.junit;

import io.firedrill.internal.verdict.Failure;
import io.firedrill.internal.verdict.RunError;
import io.firedrill.internal.verdict.ScenarioResult;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** The message of a failed scenario's test. */
final class ScenarioFailure {

  private ScenarioFailure() {}

  /**
   * Every failed expectation, or the reason why there is no verdict.
   *
   * @param logs the directory with the timeline and the servers' logs
   */
  static String text(ScenarioResult result, Path logs) {
    if (result.error().isPresent()) {
      return result.error().map(RunError::text).orElseThrow();
    }
    String failures =
        result.failures().stream().map(Failure::text).collect(Collectors.joining("\n\n"));
    return failures + "\n\n" + new KeptOutput(logs);
  }
}
