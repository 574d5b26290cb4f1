package io.firedrill.internal.verdict;

import io.firedrill.internal.source.Position;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What each part of a rule's expression returned at an evaluation, as Prometheus answers after the
 * run.
 *
 * @param alert the alert's name
 * @param rule where the rule begins
 * @param time the evaluation, virtual time
 * @param expr the whole expression
 */
public record RuleTrace(String alert, Position rule, Instant time, Part expr) {

  /**
   * A part of an expression.
   *
   * @param text the part, in one line
   * @param position where it begins in its file
   * @param returned what it returned
   * @param parts the parts directly below; for a recorded metric, the expression that records it
   */
  public record Part(String text, Position position, Returned returned, List<Part> parts) {
    public Part {
      parts = List.copyOf(parts);
    }
  }

  /**
   * What a part returned.
   *
   * @param count how many elements; for a range, how many series
   * @param elements the first of them, as text
   * @param unknown why it is not known; empty if it is
   */
  public record Returned(int count, List<String> elements, Optional<String> unknown) {
    public Returned {
      elements = List.copyOf(elements);
    }
  }
}
