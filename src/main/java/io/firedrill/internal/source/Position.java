package io.firedrill.internal.source;

import io.firedrill.internal.text.Printable;
import java.nio.file.Path;

/**
 * A place in a text file.
 *
 * @param file the file, as the user named it
 * @param line the line, from 1
 * @param column the column, from 1, counted in Unicode code points
 */
public record Position(Path file, int line, int column) implements Origin, Comparable<Position> {

  @Override
  public int compareTo(Position other) {
    int byFile = file.compareTo(other.file);
    int byLine = byFile != 0 ? byFile : Integer.compare(line, other.line);
    return byLine != 0 ? byLine : Integer.compare(column, other.column);
  }

  /** The form that editors and terminals turn into links: {@code file:line:column}. */
  @Override
  public String toString() {
    return Printable.line(file + ":" + line + ":" + column);
  }
}
