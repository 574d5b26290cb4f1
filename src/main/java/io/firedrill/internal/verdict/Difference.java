package io.firedrill.internal.verdict;

import io.firedrill.internal.source.Position;
import java.util.List;

/**
 * A difference between observation and expectation, for scenario files and Java.
 *
 * @param kind what kind of difference it is
 * @param summary the difference in one line
 * @param text the difference in full: the summary, expected beside the nearest actual, and the
 *     timeline around it in virtual time
 * @param explanation why it is so, where that is known: lines that are part of the text, too
 */
public record Difference(FailureKind kind, String summary, String text, List<String> explanation) {

  public Difference {
    explanation = List.copyOf(explanation);
  }

  /** The failure of an expectation that stands at this position. */
  Failure at(Position position) {
    return new Failure(kind, position, summary, position + ": " + text, explanation);
  }
}
