package io.firedrill.internal.source;

import io.firedrill.internal.text.Printable;
import java.util.Optional;

/**
 * An error or a warning about a user's file.
 *
 * @param severity its severity
 * @param position its position
 * @param message the message, in one line
 * @param sourceLine the line at the position, or the empty string if there is none
 * @param length the number of wrong columns from the position on; at least 1
 * @param hint a hint: {@code did you mean "x"?}
 */
public record Problem(
    Severity severity,
    Position position,
    String message,
    String sourceLine,
    int length,
    Optional<String> hint) {

  /** The maximum number of columns shown of a line. */
  private static final int WIDTH = 120;

  /** The maximum length of a message or hint, which may quote long text from a file. */
  private static final int LENGTH = 500;

  public Problem {
    message = oneLine(message);
    hint = hint.map(Problem::oneLine);
  }

  /** The same with a hint, if it has none. */
  public Problem orHint(Optional<String> other) {
    return new Problem(severity, position, message, sourceLine, length, hint.or(() -> other));
  }

  /**
   * The problem as several lines of text: {@code file:line:column: error: message}, then the source
   * line with its number, a line of carets, and the hint. There is no line end after the last line.
   */
  public String render() {
    StringBuilder text = new StringBuilder();
    text.append(position).append(": ").append(severity).append(": ").append(message);
    if (!sourceLine.isBlank()) {
      appendSource(text);
    }
    hint.ifPresent(h -> text.append("\n  hint: ").append(h));
    return text.toString();
  }

  private void appendSource(StringBuilder text) {
    // A line may be a whole file, so only the shown part is processed.
    int end = sourceLine.codePointCount(0, sourceLine.length());
    int caret = Math.max(0, Math.min(position.column() - 1, end));
    int first = caret < WIDTH * 3 / 4 ? 0 : caret - WIDTH / 2;
    int last = Math.min(end, first + WIDTH);
    int from = sourceLine.offsetByCodePoints(0, first);
    int to = sourceLine.offsetByCodePoints(from, last - first);
    int[] shown = sourceLine.substring(from, to).codePoints().map(Problem::visible).toArray();
    String number = String.format("%5d | ", position.line());
    text.append('\n').append(number);
    text.append(first > 0 ? "..." : "").append(new String(shown, 0, shown.length));
    text.append(last < end ? "..." : "");
    int carets = Math.max(1, Math.min(length, Math.max(last, caret + 1) - caret));
    text.append('\n').append(" ".repeat(number.length() - 2)).append("| ");
    text.append(" ".repeat(caret - first + (first > 0 ? 3 : 0))).append("^".repeat(carets));
  }

  /** One column for each code point: tabs and invisible characters become blanks. */
  private static int visible(int codePoint) {
    return Printable.isVisible(codePoint) ? codePoint : ' ';
  }

  private static String oneLine(String text) {
    String line = Printable.line(text.replace('\t', ' '));
    return line.length() <= LENGTH ? line : line.substring(0, LENGTH) + "...";
  }
}
