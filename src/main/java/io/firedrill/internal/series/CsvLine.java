package io.firedrill.internal.series;

import java.util.ArrayList;
import java.util.List;

/** A line of comma-separated cells, which may be in double quotes. */
public final class CsvLine {

  /**
   * A cell.
   *
   * @param text its text, without quotes and surrounding blanks
   * @param offset the index of its first character in the line, from 0
   */
  public record Cell(String text, int offset) {}

  private CsvLine() {}

  /**
   * The cells of a line, at least one.
   *
   * @throws SeriesSyntaxException if a quote is not closed
   */
  public static List<Cell> cells(String line) {
    List<Cell> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    int start = 0;
    for (int i = 0; i <= line.length(); i++) {
      char c = i < line.length() ? line.charAt(i) : ',';
      if (i == line.length() && quoted) {
        throw new SeriesSyntaxException(start, 1, "the cell that begins here has no closing quote");
      }
      if (c == ',' && !quoted) {
        cells.add(new Cell(cell.toString().strip(), start));
        cell.setLength(0);
        start = i + 1;
      } else if (c == '"') {
        boolean doubled = quoted && i + 1 < line.length() && line.charAt(i + 1) == '"';
        cell.append(doubled ? "\"" : "");
        i += doubled ? 1 : 0;
        quoted = doubled || !quoted;
      } else {
        cell.append(c);
      }
    }
    return cells;
  }
}
