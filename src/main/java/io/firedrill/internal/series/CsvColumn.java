package io.firedrill.internal.series;

import io.firedrill.internal.source.InputException;
import io.firedrill.internal.source.Suggestions;
import io.firedrill.internal.source.TextFile;
import io.firedrill.model.Sample;
import io.firedrill.model.SampleValue;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A column of numbers in a CSV file with a header line; cells may be in double quotes.
 *
 * @param values one value per row; an empty cell is a gap
 * @param samples the values at their rows' times, without gaps; empty without a time column
 */
public record CsvColumn(List<Optional<SampleValue>> values, List<Sample> samples) {

  /**
   * Reads a column.
   *
   * @param file the file
   * @param column the header of the column with the values, or empty for the last column
   * @param time the header of a column with times, in Unix seconds or RFC 3339, if there is one
   * @throws InputException if the file cannot be read, has no such column, or has a cell that is
   *     not a number
   */
  public static CsvColumn read(Path file, Optional<String> column, Optional<String> time) {
    RecordingText text = new RecordingText(file, TextFile.read(file));
    List<List<RecordingText.Cell>> rows = text.csvRows();
    if (rows.isEmpty()) {
      throw text.error(1, 1, 1, "the file is empty: a header line is expected", null);
    }
    List<RecordingText.Cell> header = rows.get(0);
    int valueIndex =
        column.map(name -> index(text, header, name)).orElse(Math.max(0, header.size() - 1));
    Optional<Integer> timeIndex = time.map(name -> index(text, header, name));
    List<Optional<SampleValue>> values = new ArrayList<>();
    List<Sample> samples = new ArrayList<>();
    Instant before = Instant.MIN;
    for (List<RecordingText.Cell> row : rows.subList(1, rows.size())) {
      Optional<SampleValue> value = value(text, row, valueIndex);
      values.add(value);
      if (timeIndex.isPresent()) {
        Instant at = text.time(cell(text, row, timeIndex.get()));
        if (at.isBefore(before)) {
          throw text.error(cell(text, row, timeIndex.get()), "times must ascend", null);
        }
        before = at;
        value.ifPresent(v -> samples.add(new Sample(at, v)));
      }
    }
    return new CsvColumn(List.copyOf(values), List.copyOf(samples));
  }

  private static int index(RecordingText text, List<RecordingText.Cell> header, String name) {
    List<String> names = header.stream().map(RecordingText.Cell::text).toList();
    if (!names.contains(name)) {
      String known = "the columns are: " + String.join(", ", names);
      throw text.error(
          header.get(0), "no column \"" + name + "\"", Suggestions.hint(name, names).orElse(known));
    }
    return names.indexOf(name);
  }

  private static RecordingText.Cell cell(
      RecordingText text, List<RecordingText.Cell> row, int index) {
    if (index >= row.size()) {
      throw text.error(row.get(0), "the row has only " + row.size() + " cells", null);
    }
    return row.get(index);
  }

  private static Optional<SampleValue> value(
      RecordingText text, List<RecordingText.Cell> row, int index) {
    RecordingText.Cell cell = cell(text, row, index);
    if (cell.text().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(SampleValue.of(text.number(cell)));
  }
}
