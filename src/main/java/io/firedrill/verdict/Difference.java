package io.firedrill.verdict;

import io.firedrill.source.Position;

/**
 * How what was observed differs from what was expected, wherever that was written.
 *
 * @param kind what kind of difference it is
 * @param summary the difference in one line
 * @param text the difference in full: the summary, expected beside the nearest actual, and the
 *     timeline around it in virtual time
 */
public record Difference(FailureKind kind, String summary, String text) {

  /** The failure of an expectation that stands at this position. */
  Failure at(Position position) {
    return new Failure(kind, position, summary, position + ": " + text);
  }
}
