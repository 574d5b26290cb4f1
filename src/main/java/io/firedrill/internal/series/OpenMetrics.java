package io.firedrill.internal.series;

import io.firedrill.internal.source.TextFile;
import io.firedrill.model.Labels;
import io.firedrill.model.Sample;
import io.firedrill.model.SampleValue;
import io.firedrill.model.Series;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads recorded series from OpenMetrics text or Prometheus's older exposition text. */
public final class OpenMetrics {

  private OpenMetrics() {}

  /**
   * Reads the series of a file, in order of first appearance, with samples in chronological order.
   * Timestamps are in seconds if the file ends with {@code # EOF}, as OpenMetrics requires, else in
   * milliseconds. A sample without a timestamp is at the Unix epoch.
   *
   * @throws io.firedrill.internal.source.InputException if the file cannot be read or a line is
   *     malformed
   */
  public static List<Series> read(Path file) {
    RecordingText text = new RecordingText(file, TextFile.read(file));
    boolean seconds = text.lines().stream().anyMatch(line -> line.strip().equals("# EOF"));
    Map<Labels, List<Sample>> series = new LinkedHashMap<>();
    for (int i = 0; i < text.lines().size(); i++) {
      String line = text.lines().get(i);
      if (!line.isBlank() && !line.stripLeading().startsWith("#")) {
        readLine(text, line, i + 1, seconds ? 3 : 0, series);
      }
    }
    return series.entrySet().stream().map(e -> sorted(e.getKey(), e.getValue())).toList();
  }

  private static void readLine(
      RecordingText text, String line, int number, int shift, Map<Labels, List<Sample>> series) {
    Cursor cursor = new Cursor(line);
    try {
      Labels labels = SelectorParser.prefix(cursor);
      double value = text.number(word(cursor, number));
      cursor.skipBlanks();
      Instant time = Instant.EPOCH;
      if (!cursor.atEnd() && cursor.peek() != '#') {
        time = text.timestamp(word(cursor, number), shift);
      }
      series
          .computeIfAbsent(labels, l -> new ArrayList<>())
          .add(new Sample(time, SampleValue.of(value)));
    } catch (SeriesSyntaxException e) {
      throw text.error(number, e.offset() + 1, e.length(), e.getMessage(), null);
    }
  }

  private static RecordingText.Cell word(Cursor cursor, int line) {
    cursor.skipBlanks();
    int start = cursor.at();
    while (!cursor.atEnd() && !Cursor.blank(cursor.peek())) {
      cursor.next();
    }
    if (cursor.at() == start) {
      throw cursor.unexpected("a value after the series");
    }
    return new RecordingText.Cell(cursor.since(start), line, start + 1);
  }

  private static Series sorted(Labels labels, List<Sample> samples) {
    samples.sort(Comparator.comparing(Sample::time));
    return new Series(labels, samples);
  }
}
