package io.firedrill.internal.result;

import io.firedrill.internal.verdict.RuleTrace;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What each part of a rule's expression returned at an evaluation.
 *
 * @param alert the alert's name
 * @param file the rule file
 * @param line where the rule begins, from 1
 * @param column where it begins in its line, from 1
 * @param time the evaluation, virtual time
 * @param offsetSeconds the same since the start
 * @param expr the whole expression
 */
public record RuleTraceResult(
    String alert,
    String file,
    int line,
    int column,
    Instant time,
    double offsetSeconds,
    Part expr) {

  /**
   * A part of an expression.
   *
   * @param text the part, in one line
   * @param file the file in which it is written
   * @param line where it begins, from 1
   * @param column where it begins in its line, from 1
   * @param count how many elements it returned; for a range, how many series
   * @param elements the first of them, as text
   * @param unknown why it is not known what it returned
   * @param parts the parts directly below; for a recorded metric, the expression that records it
   */
  public record Part(
      String text,
      String file,
      int line,
      int column,
      int count,
      List<String> elements,
      Optional<String> unknown,
      List<Part> parts) {

    public Part {
      elements = List.copyOf(elements);
      parts = List.copyOf(parts);
    }

    private static Part of(RuleTrace.Part part) {
      return new Part(
          part.text(),
          part.position().file().toString(),
          part.position().line(),
          part.position().column(),
          part.returned().count(),
          part.returned().elements(),
          part.returned().unknown(),
          part.parts().stream().map(Part::of).toList());
    }
  }

  static RuleTraceResult of(RuleTrace trace, Offsets offsets) {
    return new RuleTraceResult(
        trace.alert(),
        trace.rule().file().toString(),
        trace.rule().line(),
        trace.rule().column(),
        trace.time(),
        offsets.of(trace.time()),
        Part.of(trace.expr()));
  }
}
