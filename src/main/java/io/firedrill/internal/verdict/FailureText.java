package io.firedrill.internal.verdict;

import io.firedrill.internal.text.Printable;
import io.firedrill.model.Notification;
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
  private final List<OpenText.Passage> passages = new ArrayList<>();

  /** Starts with the failure in one line. */
  public FailureText(String summary) {
    this.summary = Printable.line(summary);
    write(this.summary);
  }

  /** One more line. */
  public FailureText line(String line) {
    return write(OpenText.line(line));
  }

  /** Lines below a title. */
  public FailureText section(String title, List<String> lines) {
    return write(OpenText.section(title, lines));
  }

  /** Expected beside actual, below a title. */
  public FailureText diff(String title, List<Field> fields) {
    return section(title, Diff.lines(fields));
  }

  /** The place of the answer to a question. */
  public FailureText ask(Question question) {
    passages.add(new OpenText.Passage.Asked(question));
    return this;
  }

  /** The place of the answer to a question about a rule. */
  public FailureText ask(RuleQuestion question) {
    passages.add(new OpenText.Passage.RuleAsked(question));
    return this;
  }

  /** Why it is so; nothing without lines. */
  public FailureText why(List<String> lines) {
    return lines.isEmpty() ? this : section(OpenText.WHY, lines);
  }

  /** The place of the reason why a notification came. */
  FailureText askWhyCame(Notification notification) {
    passages.add(new OpenText.Passage.CameAsked(notification));
    return this;
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
    return new OpenText(passages).text();
  }

  /** The text as a difference of this kind. */
  public Difference difference(FailureKind kind) {
    return new Difference(kind, summary, new OpenText(passages));
  }

  private FailureText write(String text) {
    passages.add(new OpenText.Passage.Written(text));
    return this;
  }

  private static VirtualTime time(Timeline timeline) {
    return new VirtualTime(timeline.start());
  }
}
