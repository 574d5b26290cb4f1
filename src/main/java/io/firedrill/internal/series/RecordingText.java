package io.firedrill.internal.series;

import io.firedrill.internal.source.GoNumber;
import io.firedrill.internal.source.InputException;
import io.firedrill.internal.source.Position;
import io.firedrill.internal.source.Problem;
import io.firedrill.internal.source.Severity;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The lines of a recording; makes errors with positions in it. */
final class RecordingText {

  /** A part of a line. */
  record Cell(String text, int line, int column) {}

  private static final Pattern NUMBER =
      Pattern.compile("-?[0-9]{1,20}(\\.[0-9]{0,20})?([eE][+]?[0-9]{1,2})?");

  private final Path file;
  private final List<String> lines;

  RecordingText(Path file, String text) {
    this.file = file;
    this.lines = text.lines().toList();
  }

  List<String> lines() {
    return lines;
  }

  /** The cells of every line that is not blank. */
  List<List<Cell>> csvRows() {
    List<List<Cell>> rows = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        rows.add(csvCells(lines.get(i), i + 1));
      }
    }
    return rows;
  }

  private List<Cell> csvCells(String line, int number) {
    try {
      return CsvLine.cells(line).stream()
          .map(cell -> new Cell(cell.text(), number, cell.offset() + 1))
          .toList();
    } catch (SeriesSyntaxException e) {
      throw error(number, e.offset() + 1, e.length(), e.getMessage(), null);
    }
  }

  double number(Cell cell) {
    return GoNumber.parse(cell.text())
        .orElseThrow(() -> error(cell, "expected a number, found \"" + cell.text() + "\"", null));
  }

  /** A time in Unix seconds or RFC 3339. */
  Instant time(Cell cell) {
    String text = cell.text();
    try {
      if (NUMBER.matcher(text).matches()) {
        return timestamp(cell, 3);
      }
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException | ArithmeticException e) {
      throw error(
          cell,
          "expected a time, found \"" + text + "\"",
          "write it in Unix seconds, or as 2026-03-02T08:00:00Z");
    }
  }

  /** A time in seconds (shift 3) or milliseconds (shift 0) since the Unix epoch. */
  Instant timestamp(Cell cell, int shift) {
    if (!NUMBER.matcher(cell.text()).matches()) {
      throw error(cell, "expected a timestamp, found \"" + cell.text() + "\"", null);
    }
    BigDecimal millis = new BigDecimal(cell.text()).movePointRight(shift);
    return Instant.ofEpochMilli(millis.longValue());
  }

  InputException error(Cell cell, String message, String hint) {
    return error(cell.line(), cell.column(), cell.text().length(), message, hint);
  }

  InputException error(int line, int column, int length, String message, String hint) {
    String source = line <= lines.size() ? lines.get(line - 1) : "";
    Position position = new Position(file, line, column);
    return new InputException(
        List.of(
            new Problem(
                Severity.ERROR,
                position,
                message,
                source,
                Math.max(1, length),
                Optional.ofNullable(hint))));
  }
}
