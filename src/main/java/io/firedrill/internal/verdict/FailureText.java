package io.firedrill.internal.verdict;

import io.firedrill.internal.text.Printable;
import io.firedrill.model.Timeline;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Builds a failure's full text: every message has the same order and indentation, and line ends in
 * names are escaped.
 */
public final class FailureText {

  private final String summary;
  private final StringBuilder text = new StringBuilder();
  private final List<String> explanation = new ArrayList<>();

  /** Starts with the failure in one line. */
  public FailureText(String summary) {
    this.summary = Printable.line(summary);
    text.append(this.summary);
  }

  /** One more line. */
  public FailureText line(String line) {
    text.append("\n  ").append(Printable.line(line));
    return this;
  }

  /** Lines below a title. */
  public FailureText section(String title, List<String> lines) {
    line(title);
    lines.forEach(l -> text.append("\n    ").append(Printable.line(l)));
    return this;
  }

  /** Expected beside actual, below a title. */
  public FailureText diff(String title, List<Field> fields) {
    return section(title, Diff.lines(fields));
  }

  /** Why it is so, where that is known. */
  public FailureText why(List<String> reasons) {
    explanation.addAll(reasons);
    return reasons.isEmpty() ? this : section("why:", reasons);
  }

  /** The hint. */
  public FailureText hint(String hint) {
    return line("hint: " + hint);
  }

  /** The end of a text: what happened around an instant, or in a window. */
  public FailureText timeline(Observed observed, Instant from, Instant to) {
    return timeline(observed.timeline(), from, to);
  }

  /** The same of a timeline. */
  public FailureText timeline(Timeline timeline, Instant from, Instant to) {
    return section(
        "timeline" + (from.equals(to) ? " around " + time(timeline).text(from) : "") + ":",
        new TimelineExcerpt(timeline).around(from, to));
  }

  /** All of it, without a line end after the last line. */
  public String text() {
    return text.toString();
  }

  Difference difference(FailureKind kind) {
    return new Difference(kind, summary, text(), explanation);
  }

  private static VirtualTime time(Timeline timeline) {
    return new VirtualTime(timeline.start());
  }
}
