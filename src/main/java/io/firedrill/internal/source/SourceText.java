package io.firedrill.internal.source;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/** The text of a file; converts indexes to lines and columns, which count code points. */
class SourceText {

  /** The source of nodes that Firedrill creates. */
  static final SourceText NONE = new SourceText(Path.of(""), "");

  private final Path file;
  private final int[] points;
  private final int[] lineStarts;

  /**
   * A cache of the last requested line, so that many problems in a huge line do not each copy it.
   */
  private int lastNumber;

  private String lastLine = "";
  private Mask mask = Mask.NONE;

  SourceText(Path file, String text) {
    this.file = file;
    this.points = text.codePoints().toArray();
    this.lineStarts =
        IntStream.concat(
                IntStream.of(0),
                IntStream.range(0, points.length).filter(this::endsLine).map(i -> i + 1))
            .toArray();
  }

  private boolean endsLine(int i) {
    boolean lineFeedFollows = i + 1 < points.length && points[i + 1] == '\n';
    return points[i] == '\n' || points[i] == '\r' && !lineFeedFollows;
  }

  /** Makes problems quote only what the mask shows, from now on. */
  void hide(Mask by) {
    mask = by;
  }

  Path file() {
    return file;
  }

  int length() {
    return points.length;
  }

  int at(int index) {
    return points[index];
  }

  Position position(int index) {
    int line = Arrays.binarySearch(lineStarts, index);
    line = line >= 0 ? line : -line - 2;
    return new Position(file, line + 1, index - lineStarts[line] + 1);
  }

  /** The index of the start of the line that contains an index. */
  int lineStart(int index) {
    int line = Arrays.binarySearch(lineStarts, index);
    return lineStarts[line >= 0 ? line : -line - 2];
  }

  /** The index of each line's start. */
  int[] lineStarts() {
    return lineStarts.clone();
  }

  int index(int line, int column) {
    int start = lineStarts[Math.max(0, Math.min(line, lineStarts.length) - 1)];
    return Math.min(points.length, start + Math.max(0, column - 1));
  }

  /** The text of a line, from 1, without its line end; empty if there is no such line. */
  String line(int number) {
    if (number < 1 || number > lineStarts.length) {
      return "";
    }
    if (number == lastNumber) {
      return lastLine;
    }
    int start = lineStarts[number - 1];
    int end = number < lineStarts.length ? lineStarts[number] : points.length;
    while (end > start && (points[end - 1] == '\n' || points[end - 1] == '\r')) {
      end--;
    }
    lastNumber = number;
    lastLine = new String(points, start, end - start);
    return lastLine;
  }

  Problem problem(Severity severity, Position at, int length, String message, String hint) {
    return new Problem(
        severity,
        at,
        mask.message(message),
        shownLine(at.line()),
        Math.max(1, length),
        Optional.ofNullable(hint).map(mask::message));
  }

  /** A line, from 1, as messages may show it. */
  String shownLine(int number) {
    return mask.line(index(number, 1), line(number));
  }

  Mask mask() {
    return mask;
  }
}
