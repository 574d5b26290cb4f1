package io.firedrill.internal.recording;

import io.firedrill.internal.series.SeriesNotation;
import io.firedrill.internal.series.SeriesSyntaxException;
import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * Reads exposition text with timestamps. They are in seconds if the text ends with {@code # EOF},
 * as OpenMetrics requires, else in milliseconds.
 */
final class OpenMetricsReader {

  private static final String END = "# EOF";
  private static final String HISTOGRAM = "leave native histograms out of the dump: --match";

  private final DataFile file;
  private final NotANumber notANumber;
  private final Samples samples;
  private int shift;

  // Lines of the same series usually follow each other.
  private String prefix = "";
  private SeriesBuilder series;

  OpenMetricsReader(DataFile file, NotANumber notANumber, Samples samples) {
    this.file = file;
    this.notANumber = notANumber;
    this.samples = samples;
  }

  void read() {
    shift = file.read(OpenMetricsReader::endsAsOpenMetrics) ? 3 : 0;
    file.read(
        in -> {
          Lines lines = new Lines(file, in);
          for (String line = lines.next(); line != null; line = lines.next()) {
            if (!line.isBlank() && !line.startsWith("#")) {
              sample(lines, line);
            }
          }
          return null;
        });
  }

  private static boolean endsAsOpenMetrics(InputStream in) throws IOException {
    byte[] buffer = new byte[1 << 16];
    String tail = "";
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      String last = new String(buffer, Math.max(0, n - 16), Math.min(n, 16), "ISO-8859-1");
      tail = (tail + last).substring(Math.max(0, tail.length() + last.length() - 16));
    }
    return tail.stripTrailing().endsWith(END);
  }

  private void sample(Lines lines, String line) {
    int at = series(lines, line);
    int valueStart = blanks(line, at);
    int valueEnd = word(line, valueStart);
    double value = value(lines, line, valueStart, valueEnd);
    int timeStart = blanks(line, valueEnd);
    int timeEnd = word(line, timeStart);
    if (timeStart == timeEnd || line.charAt(timeStart) == '#') {
      throw lines.error(
          valueEnd,
          1,
          "expected a timestamp after the value: every line of a recording has one",
          null);
    }
    String text = line.substring(timeStart, timeEnd);
    OptionalLong time = NumberText.millis(text, shift);
    Place place = new Place(lines.number(), timeStart, timeEnd - timeStart);
    if (time.isEmpty()) {
      throw lines.error(
          timeStart,
          text.length(),
          "expected a timestamp, found \"" + text + "\"",
          shift == 3 ? "OpenMetrics has seconds: 1772438400.000" : "milliseconds: 1772438400000");
    }
    samples.add(series, time.getAsLong(), value, file, place);
    int rest = blanks(line, timeEnd);
    if (rest < line.length() && line.charAt(rest) != '#') {
      throw lines.error(rest, line.length() - rest, "expected nothing after the timestamp", null);
    }
  }

  /** Finds the series at the start of a line; returns the index after it. */
  private int series(Lines lines, String line) {
    boolean same =
        series != null
            && line.startsWith(prefix)
            && prefix.length() < line.length()
            && line.charAt(prefix.length()) == ' ';
    if (!same) {
      try {
        SeriesNotation.Prefix found = SeriesNotation.prefix(line);
        if (found.labels().metricName().isEmpty()) {
          throw lines.error(0, found.end(), "the series has no metric name", null);
        }
        prefix = line.substring(0, found.end()).stripTrailing();
        series = samples.series(found.labels());
      } catch (SeriesSyntaxException e) {
        throw lines.error(e.offset(), e.length(), e.getMessage(), null);
      }
    }
    return prefix.length();
  }

  private double value(Lines lines, String line, int start, int end) {
    String text = line.substring(start, end);
    if (text.isEmpty()) {
      throw lines.error(start, 1, "expected a value after the series", null);
    }
    OptionalDouble value = NumberText.value(text);
    if (value.isEmpty()) {
      throw lines.error(
          start,
          text.length(),
          "expected a number, found \"" + text + "\"",
          text.startsWith("{") ? HISTOGRAM : null);
    }
    boolean stale = Double.isNaN(value.getAsDouble()) && notANumber == NotANumber.STALE;
    return stale ? RecordedSeries.STALE : value.getAsDouble();
  }

  private static int blanks(String line, int from) {
    int i = from;
    while (i < line.length() && (line.charAt(i) == ' ' || line.charAt(i) == '\t')) {
      i++;
    }
    return i;
  }

  private static int word(String line, int from) {
    int i = from;
    while (i < line.length() && line.charAt(i) != ' ' && line.charAt(i) != '\t') {
      i++;
    }
    return i;
  }
}
