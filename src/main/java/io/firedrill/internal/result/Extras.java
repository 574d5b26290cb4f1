package io.firedrill.internal.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.firedrill.internal.coverage.CoverageResult;
import java.util.Optional;

/**
 * The data of a test in a record file that is not part of its stable result.
 *
 * @param wallClockMillis the duration of the test in wall-clock milliseconds
 * @param errorText the error with the end of the server's log and the logs' directory, or the empty
 *     string
 * @param picture the data for charts
 * @param coverage the test's coverage, if it was recorded
 */
public record Extras(
    long wallClockMillis,
    String errorText,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<Picture> picture,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<CoverageResult> coverage) {

  /** Extras without a picture and coverage. */
  public Extras(long wallClockMillis, String errorText) {
    this(wallClockMillis, errorText, Optional.empty(), Optional.empty());
  }
}
