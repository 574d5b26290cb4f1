package io.firedrill.internal.source;

import io.firedrill.internal.text.Printable;
import java.util.Optional;

/**
 * Something wrong or suspicious in a user's file.
 *
 * @param severity how bad it is
 * @param position where it is
 * @param message what it is, in one line
 * @param sourceLine the text of the position's line, or the empty string where there is none
 * @param length how many columns from the position on are to blame; at least 1
 * @param hint what may help: {@code did you mean "x"?}
 */
public record Problem(
    Severity severity,
    Position position,
    String message,
    String sourceLine,
    int length,
    Optional<String> hint) {

  /** The widest part of a source line that is shown. */
  private static final int WIDTH = 120;

  /** The longest message or hint that is shown: what it quotes from a file may be long. */
  private static final int LENGTH = 500;

  public Problem {
    message = oneLine(message);
    hint = hint.map(Problem::oneLine);
  }

  /**
   * The problem as several lines of text: {@code file:line:column: error: message}, then the source
   * line with its number, a line of carets, and the hint. Without a line end after the last.
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
    // A line may be a whole file, and so only what is shown of it is taken apart.
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

  /** One column for each code point: tabs, and what is not visible, become blanks. */
  private static int visible(int codePoint) {
    return Printable.isVisible(codePoint) ? codePoint : ' ';
  }

  private static String oneLine(String text) {
    String line = Printable.line(text.replace('\t', ' '));
    return line.length() <= LENGTH ? line : line.substring(0, LENGTH) + "...";
  }
}
