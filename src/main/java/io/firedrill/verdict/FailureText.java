package io.firedrill.verdict;

import io.firedrill.source.Position;
import java.time.Instant;
import java.util.List;

/** Puts a failure's full text together: every message has the same order and indentation. */
final class FailureText {

  private final Position position;
  private final String summary;
  private final StringBuilder text = new StringBuilder();

  FailureText(Position position, String summary) {
    this.position = position;
    this.summary = summary;
    text.append(position).append(": ").append(summary);
  }

  FailureText line(String line) {
    text.append("\n  ").append(line);
    return this;
  }

  FailureText section(String title, List<String> lines) {
    line(title);
    lines.forEach(l -> text.append("\n    ").append(l));
    return this;
  }

  FailureText diff(String title, List<Field> fields) {
    return section(title, Diff.lines(fields));
  }

  FailureText hint(String hint) {
    return line("hint: " + hint);
  }

  /** The end of a text: what happened around an instant, or in a window. */
  FailureText timeline(Observed observed, Instant from, Instant to) {
    return section(
        "timeline" + (from.equals(to) ? " around " + time(observed).text(from) : "") + ":",
        new TimelineExcerpt(observed.timeline()).around(from, to));
  }

  Failure failure(FailureKind kind) {
    return new Failure(kind, position, summary, text.toString());
  }

  private static VirtualTime time(Observed observed) {
    return new VirtualTime(observed.timeline().start());
  }
}
