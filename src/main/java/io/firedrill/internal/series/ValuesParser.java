package io.firedrill.internal.series;

import io.firedrill.internal.source.GoNumber;
import io.firedrill.model.NativeHistogram;
import io.firedrill.model.SampleValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Parses promtool's lists of values. */
final class ValuesParser {

  private final Cursor cursor;
  private final int most;
  private final List<Optional<SampleValue>> values = new ArrayList<>();
  private long count;

  private ValuesParser(Cursor cursor, int most) {
    this.cursor = cursor;
    this.most = most;
  }

  static WrittenValues parse(String text, int most) {
    return new ValuesParser(new Cursor(text), most).parse();
  }

  private WrittenValues parse() {
    cursor.skipBlanks();
    while (!cursor.atEnd()) {
      int start = cursor.at();
      item();
      if (count < 0) {
        throw cursor.mistake(start, "a series of more than " + Long.MAX_VALUE + " values");
      }
      if (!cursor.skipBlanks() && !cursor.atEnd()) {
        throw cursor.unexpected("a blank between values");
      }
    }
    return new WrittenValues(values, count);
  }

  /** Adds values; those beyond the maximum are only counted. */
  private void add(long times, Supplier<Optional<SampleValue>> value) {
    long made = Math.min(times, most - values.size());
    for (long i = 0; i < made; i++) {
      values.add(value.get());
    }
    count += times;
  }

  private void add(long times, SampleValue value) {
    Optional<SampleValue> same = Optional.of(value);
    add(times, () -> same);
  }

  private void item() {
    if (cursor.accept("{{")) {
      histograms();
    } else if (cursor.accept("_")) {
      add(cursor.accept("x") ? NumberScanner.repeat(cursor) : 1, Optional::empty);
    } else if (Cursor.letter(cursor.peek())) {
      word();
    } else if (Cursor.digit(cursor.peek()) || "+-.".indexOf(cursor.peek()) >= 0) {
      double number = NumberScanner.signed(cursor);
      repeated(SampleValue.of(number), number);
    } else {
      throw cursor.unexpected("a number, \"_\", \"stale\" or \"{{\"");
    }
  }

  private void word() {
    int start = cursor.at();
    String word = cursor.word("");
    if (word.equals("stale")) {
      repeated(SampleValue.stale(), Double.NaN);
      return;
    }
    Optional<Double> number =
        word.equalsIgnoreCase("inf") || word.equalsIgnoreCase("nan")
            ? GoNumber.parse(word)
            : Optional.empty();
    if (number.isEmpty()) {
      String message = "expected a number, \"_\" or \"stale\", found \"" + word + "\"";
      throw cursor.mistake(start, message);
    }
    repeated(SampleValue.of(number.get()), number.get());
  }

  /**
   * Parses the step and the repetitions after a value.
   *
   * @param number the number that steps are added to; a staleness marker is a NaN, which addition
   *     preserves
   */
  private void repeated(SampleValue first, double number) {
    boolean ramp = cursor.peek() == '+' || cursor.peek() == '-';
    double step = ramp ? NumberScanner.signed(cursor) : 0;
    if (ramp && cursor.peek() != 'x') {
      throw cursor.unexpected("\"x\" and a number of repetitions");
    }
    long times = cursor.accept("x") ? NumberScanner.repeat(cursor) : 0;
    if (!ramp) {
      add(times + 1, first);
      return;
    }
    add(1, first);
    double[] value = {number};
    // Repeated addition instead of multiplication, for the same rounding errors as in promtool.
    add(times, () -> Optional.of(SampleValue.of(value[0] += step)));
  }

  private void histograms() {
    int start = cursor.at() - 2;
    NativeHistogram first = HistogramParser.parse(cursor);
    checkCounts(first, start);
    boolean adds = cursor.accept("+");
    boolean subtracts = !adds && cursor.accept("-");
    if (!adds && !subtracts) {
      add(1 + (cursor.accept("x") ? NumberScanner.repeat(cursor) : 0), SampleValue.of(first));
      return;
    }
    if (!cursor.accept("{{")) {
      throw cursor.unexpected("a histogram, \"{{\"");
    }
    NativeHistogram step = HistogramParser.parse(cursor);
    if (!cursor.accept("x")) {
      throw cursor.unexpected("\"x\" and a number of repetitions");
    }
    long times = NumberScanner.repeat(cursor);
    NativeHistogram[] value = {first};
    add(1, SampleValue.of(first));
    try {
      add(
          times,
          () -> {
            value[0] =
                adds ? HistogramMath.add(value[0], step) : HistogramMath.subtract(value[0], step);
            checkCounts(value[0], start);
            return Optional.of(SampleValue.of(value[0]));
          });
    } catch (IllegalArgumentException e) {
      throw cursor.mistake(start, e.getMessage());
    }
  }

  /** Prometheus refuses to store such a histogram. */
  private void checkCounts(NativeHistogram h, int start) {
    Stream<Double> counts =
        Stream.concat(h.positiveBuckets().stream(), h.negativeBuckets().stream());
    if (counts.anyMatch(count -> count < 0) || h.zeroCount() < 0 || h.count() < 0) {
      String which = "histogram " + (values.size() + 1) + " of the series";
      throw cursor.mistake(start, which + " has a negative count");
    }
  }
}
