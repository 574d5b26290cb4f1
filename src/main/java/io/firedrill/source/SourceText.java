package io.firedrill.source;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A file's text, and the way from an index in it to a line and a column. Counts code points. */
final class SourceText {

  /** Where nodes of our own stand. */
  static final SourceText NONE = new SourceText(Path.of(""), "");

  private final Path file;
  private final int[] points;
  private final int[] lineStarts;

  SourceText(Path file, String text) {
    this.file = file;
    this.points = text.codePoints().toArray();
    List<Integer> starts = new ArrayList<>(List.of(0));
    for (int i = 0; i < points.length; i++) {
      boolean carriageReturn =
          points[i] == '\r' && !(i + 1 < points.length && points[i + 1] == '\n');
      if (points[i] == '\n' || carriageReturn) {
        starts.add(i + 1);
      }
    }
    this.lineStarts = starts.stream().mapToInt(Integer::intValue).toArray();
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
    int line = java.util.Arrays.binarySearch(lineStarts, index);
    line = line >= 0 ? line : -line - 2;
    return new Position(file, line + 1, index - lineStarts[line] + 1);
  }

  int index(int line, int column) {
    int start = lineStarts[Math.max(0, Math.min(line, lineStarts.length) - 1)];
    return Math.min(points.length, start + Math.max(0, column - 1));
  }

  /** The text of a line, from 1, without its line end; empty where there is no such line. */
  String line(int number) {
    if (number < 1 || number > lineStarts.length) {
      return "";
    }
    int start = lineStarts[number - 1];
    int end = number < lineStarts.length ? lineStarts[number] : points.length;
    while (end > start && (points[end - 1] == '\n' || points[end - 1] == '\r')) {
      end--;
    }
    return new String(points, start, end - start);
  }

  Problem problem(Severity severity, Position at, int length, String message, String hint) {
    return new Problem(
        severity, at, message, line(at.line()), Math.max(1, length), Optional.ofNullable(hint));
  }
}
