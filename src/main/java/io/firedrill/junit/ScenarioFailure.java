package io.firedrill.junit;

import io.firedrill.internal.verdict.Failure;
import io.firedrill.internal.verdict.RunError;
import io.firedrill.internal.verdict.ScenarioResult;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** The message of a scenario's test that failed. */
final class ScenarioFailure {

  private ScenarioFailure() {}

  /**
   * Every failed expectation, or the reason why there is no verdict.
   *
   * @param logs where the timeline and the servers' logs are kept
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
