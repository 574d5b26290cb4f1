package io.firedrill.internal.verdict;

import io.firedrill.internal.source.Position;
import java.util.List;

/**
 * One failed expectation.
 *
 * @param kind what kind of failure it is
 * @param position the position of the expectation in the scenario file
 * @param summary the failure in one line, without the position
 * @param text the failure in full, several lines without a line end after the last: position and
 *     summary, expected beside the nearest actual, and the timeline around it in virtual time
 * @param explanation why it was not met, where that is known: lines that are part of the text, too
 */
public record Failure(
    FailureKind kind, Position position, String summary, String text, List<String> explanation) {

  public Failure {
    explanation = List.copyOf(explanation);
  }

  /** Without an explanation. */
  public Failure(FailureKind kind, Position position, String summary, String text) {
    this(kind, position, summary, text, List.of());
  }
}
