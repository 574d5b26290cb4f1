package io.firedrill.internal.recording;

import io.firedrill.internal.series.CsvLine;
import io.firedrill.internal.series.SeriesNotation;
import io.firedrill.internal.series.SeriesSyntaxException;
import io.firedrill.internal.source.Suggestions;
import io.firedrill.model.Labels;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads CSV with a header line. With a column {@code value}, each row is a sample, and all other
 * columns except {@code time} are its labels, including {@code __name__}. Without it, each column
 * except {@code time} is a series, which its header names.
 */
final class CsvReader {

  private static final String TIME = "time";
  private static final String VALUE = "value";
  private static final String STALE = "stale";

  private final DataFile file;
  private final Samples samples;
  private final Map<List<String>, SeriesBuilder> known = new HashMap<>();
  private List<String> names;
  private int time;

  CsvReader(DataFile file, Samples samples) {
    this.file = file;
    this.samples = samples;
  }

  void read() {
    file.read(
        in -> {
          Lines lines = new Lines(file, in);
          List<CsvLine.Cell> header = row(lines);
          if (header == null) {
            throw file.error("the file is empty: a header line is expected", null);
          }
          names = header.stream().map(CsvLine.Cell::text).toList();
          checkHeader(lines, header);
          time = names.indexOf(TIME);
          if (names.contains(VALUE)) {
            oneSampleARow(lines, header);
          } else {
            oneSeriesAColumn(lines, header);
          }
          return null;
        });
  }

  private void checkHeader(Lines lines, List<CsvLine.Cell> header) {
    Set<String> seen = new HashSet<>();
    for (CsvLine.Cell cell : header) {
      if (!seen.add(cell.text())) {
        throw error(lines, cell, "column \"" + cell.text() + "\" occurs twice", null);
      }
    }
    if (!seen.contains(TIME)) {
      String hint =
          Suggestions.hint(TIME, names)
              .orElse("the columns, separated by commas, are: " + String.join(", ", names));
      throw error(lines, header.get(0), "expected a column \"" + TIME + "\"", hint);
    }
  }

  private void oneSampleARow(Lines lines, List<CsvLine.Cell> header) throws IOException {
    int value = names.indexOf(VALUE);
    if (!names.contains(Labels.METRIC_NAME)) {
      throw error(
          lines,
          header.get(value),
          "there is no column \"__name__\" with the metric name",
          "the columns are: " + String.join(", ", names));
    }
    for (List<CsvLine.Cell> row = row(lines); row != null; row = row(lines)) {
      requireCells(lines, row);
      SeriesBuilder series = series(lines, row, value);
      add(lines, series, row.get(time), row.get(value));
    }
  }

  private SeriesBuilder series(Lines lines, List<CsvLine.Cell> row, int value) {
    List<String> key = row.stream().map(CsvLine.Cell::text).toList();
    List<String> labels = new ArrayList<>(key);
    labels.set(time, "");
    labels.set(value, "");
    return known.computeIfAbsent(
        labels,
        any -> {
          Map<String, String> map = new TreeMap<>();
          for (int i = 0; i < names.size(); i++) {
            map.put(names.get(i), labels.get(i));
          }
          if (map.get(Labels.METRIC_NAME).isEmpty()) {
            throw error(lines, row.get(names.indexOf(Labels.METRIC_NAME)), "expected a name", null);
          }
          return samples.series(Labels.copyOf(map));
        });
  }

  private void oneSeriesAColumn(Lines lines, List<CsvLine.Cell> header) throws IOException {
    List<SeriesBuilder> columns = header.stream().map(cell -> column(lines, cell)).toList();
    for (List<CsvLine.Cell> row = row(lines); row != null; row = row(lines)) {
      requireCells(lines, row);
      for (int i = 0; i < row.size(); i++) {
        if (i != time) {
          add(lines, columns.get(i), row.get(time), row.get(i));
        }
      }
    }
  }

  private SeriesBuilder column(Lines lines, CsvLine.Cell cell) {
    if (cell.text().equals(TIME)) {
      return new SeriesBuilder(Labels.empty());
    }
    String hint =
        "without a column \"value\", every column is a series: \"up{job=\"\"a\"\"}\" in double quotes";
    try {
      Labels labels = SeriesNotation.selector(cell.text());
      if (labels.metricName().isEmpty()) {
        throw error(lines, cell, "the series has no metric name", hint);
      }
      return samples.series(labels);
    } catch (SeriesSyntaxException e) {
      throw error(lines, cell, e.getMessage(), hint);
    }
  }

  private void add(
      Lines lines, SeriesBuilder series, CsvLine.Cell timeCell, CsvLine.Cell valueCell) {
    OptionalLong at = NumberText.time(timeCell.text());
    if (at.isEmpty()) {
      throw error(
          lines,
          timeCell,
          "expected a time, found \"" + timeCell.text() + "\"",
          "write it in Unix seconds, or as 2026-03-02T08:00:00Z");
    }
    String text = valueCell.text();
    if (text.isEmpty()) {
      return;
    }
    OptionalDouble value =
        text.equals(STALE) ? OptionalDouble.of(RecordedSeries.STALE) : NumberText.value(text);
    if (value.isEmpty()) {
      throw error(
          lines,
          valueCell,
          "expected a number, found \"" + text + "\"",
          "a cell may also be empty, or \"stale\" where the series ends");
    }
    Place place = new Place(lines.number(), timeCell.offset(), timeCell.text().length());
    samples.add(series, at.getAsLong(), value.getAsDouble(), file, place);
  }

  private void requireCells(Lines lines, List<CsvLine.Cell> row) {
    if (row.size() != names.size()) {
      throw error(
          lines,
          row.get(row.size() - 1),
          "expected %d cells, as in the header, found %d".formatted(names.size(), row.size()),
          null);
    }
  }

  /** The next line that is not blank; null at the end. */
  private static List<CsvLine.Cell> row(Lines lines) throws IOException {
    String line = lines.next();
    while (line != null && line.isBlank()) {
      line = lines.next();
    }
    try {
      return line == null ? null : CsvLine.cells(line);
    } catch (SeriesSyntaxException e) {
      throw lines.error(e.offset(), e.length(), e.getMessage(), null);
    }
  }

  private static RuntimeException error(
      Lines lines, CsvLine.Cell cell, String message, String hint) {
    return lines.error(cell.offset(), Math.max(1, cell.text().length()), message, hint);
  }
}
