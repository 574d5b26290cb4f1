package io.firedrill.internal.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.firedrill.internal.coverage.CoverageResult;
import java.util.Optional;

/**
 * What a record file holds of a test besides its stable result.
 *
 * @param wallClockMillis how long the test ran, in milliseconds of wall-clock time
 * @param errorText the error with the end of the server's log and where the logs are, or the empty
 *     string
 * @param picture what a picture of the test needs
 * @param coverage what the test covered, where somebody asked
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
