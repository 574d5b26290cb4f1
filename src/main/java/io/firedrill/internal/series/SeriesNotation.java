package io.firedrill.internal.series;

import io.firedrill.model.Labels;
import io.firedrill.model.NativeHistogram;
import io.firedrill.model.SampleValue;
import java.util.List;
import java.util.Optional;

/** promtool's series notation. */
public final class SeriesNotation {

  /** The maximum number of values if the length of the test is not given. */
  private static final int LONGEST = 1_000_000;

  private SeriesNotation() {}

  /**
   * The labels of {@code name{label="value"}}; the name or the braces may be absent.
   *
   * @throws SeriesSyntaxException if the text is invalid
   */
  public static Labels selector(String text) {
    return SelectorParser.parse(text);
  }

  /**
   * A series at the start of a line.
   *
   * @param labels its labels
   * @param end the index after the series
   */
  public record Prefix(Labels labels, int end) {}

  /**
   * The labels of {@code name{label="value"}} at the start of a line.
   *
   * @throws SeriesSyntaxException if the line does not start with a series
   */
  public static Prefix prefix(String line) {
    Cursor cursor = new Cursor(line);
    Labels labels = SelectorParser.prefix(cursor);
    return new Prefix(labels, cursor.at());
  }

  /**
   * The values of a list such as {@code 1+2x3 _ stale {{count:1}}}, one per interval; a gap is
   * empty.
   *
   * @throws SeriesSyntaxException if the text is invalid, or has more than a million values
   */
  public static List<Optional<SampleValue>> values(String text) {
    WrittenValues values = ValuesParser.parse(text, LONGEST);
    if (values.count() > LONGEST) {
      String message = "a series of more than " + LONGEST + " values";
      throw new SeriesSyntaxException(0, text.length(), message);
    }
    return values.first();
  }

  /**
   * The first values of such a list, which may be of any length.
   *
   * @param most the maximum number of values that are created
   * @throws SeriesSyntaxException if the text is invalid
   */
  public static WrittenValues values(String text, int most) {
    return ValuesParser.parse(text, most);
  }

  /**
   * Counts the start timestamps in a list such as {@code -1m _x2 0s+15sx3}.
   *
   * @throws SeriesSyntaxException if the text is invalid
   */
  public static long startTimestamps(String text) {
    return StartTimestampParser.count(text);
  }

  /**
   * A single native histogram.
   *
   * @throws SeriesSyntaxException if the text is not a single histogram
   */
  public static NativeHistogram histogram(String text) {
    Cursor cursor = new Cursor(text);
    cursor.skipBlanks();
    if (!cursor.accept("{{")) {
      throw cursor.unexpected("a histogram, \"{{\"");
    }
    NativeHistogram histogram = HistogramParser.parse(cursor);
    cursor.skipBlanks();
    if (!cursor.atEnd()) {
      throw cursor.unexpected("nothing after the histogram");
    }
    return histogram;
  }
}
