package io.firedrill.series;

import io.firedrill.model.NativeHistogram;
import io.firedrill.model.SampleValue;
import io.firedrill.source.GoNumber;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads promtool's list of values. */
final class ValuesParser {

  private final Cursor cursor;
  private final List<Optional<SampleValue>> values = new ArrayList<>();

  private ValuesParser(Cursor cursor) {
    this.cursor = cursor;
  }

  static List<Optional<SampleValue>> parse(String text) {
    return new ValuesParser(new Cursor(text)).parse();
  }

  private List<Optional<SampleValue>> parse() {
    cursor.skipBlanks();
    while (!cursor.atEnd()) {
      int start = cursor.at();
      item();
      if (values.size() > NumberScanner.REPEAT_LIMIT) {
        String message = "a series of more than " + NumberScanner.REPEAT_LIMIT + " values";
        throw cursor.mistake(start, message);
      }
      if (!cursor.skipBlanks() && !cursor.atEnd()) {
        throw cursor.unexpected("a blank between values");
      }
    }
    return values;
  }

  private void item() {
    if (cursor.accept("{{")) {
      histograms();
    } else if (cursor.accept("_")) {
      int times = cursor.accept("x") ? NumberScanner.repeat(cursor) : 1;
      values.addAll(Collections.nCopies(times, Optional.empty()));
    } else if (Cursor.letter(cursor.peek())) {
      word();
    } else if (Cursor.digit(cursor.peek()) || "+-.".indexOf(cursor.peek()) >= 0) {
      numbers(NumberScanner.signed(cursor));
    } else {
      throw cursor.unexpected("a number, \"_\", \"stale\" or \"{{\"");
    }
  }

  private void word() {
    int start = cursor.at();
    String word = cursor.word("");
    if (word.equals("stale")) {
      values.add(Optional.of(SampleValue.stale()));
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
    numbers(number.get());
  }

  private void numbers(double first) {
    boolean ramp = cursor.peek() == '+' || cursor.peek() == '-';
    double step = ramp ? NumberScanner.signed(cursor) : 0;
    if (!cursor.accept("x")) {
      if (ramp) {
        throw cursor.unexpected("\"x\" and a number of repetitions");
      }
      values.add(Optional.of(SampleValue.of(first)));
      return;
    }
    int times = NumberScanner.repeat(cursor);
    if (!ramp) {
      values.addAll(Collections.nCopies(times + 1, Optional.of(SampleValue.of(first))));
      return;
    }
    double value = first;
    for (int i = 0; i <= times; i++) {
      values.add(Optional.of(SampleValue.of(value)));
      value += step; // Added up, not multiplied: promtool's rounding errors are part of the result.
    }
  }

  private void histograms() {
    int start = cursor.at() - 2;
    NativeHistogram first = HistogramParser.parse(cursor);
    checkCounts(first, start);
    boolean adds = cursor.accept("+");
    boolean subtracts = !adds && cursor.accept("-");
    if (!adds && !subtracts) {
      int times = cursor.accept("x") ? NumberScanner.repeat(cursor) : 0;
      values.addAll(Collections.nCopies(times + 1, Optional.of(SampleValue.of(first))));
      return;
    }
    if (!cursor.accept("{{")) {
      throw cursor.unexpected("a histogram, \"{{\"");
    }
    NativeHistogram step = HistogramParser.parse(cursor);
    if (!cursor.accept("x")) {
      throw cursor.unexpected("\"x\" and a number of repetitions");
    }
    int times = NumberScanner.repeat(cursor);
    try {
      NativeHistogram value = first;
      for (int i = 0; i <= times; i++) {
        checkCounts(value, start);
        values.add(Optional.of(SampleValue.of(value)));
        if (i < times) {
          value = adds ? HistogramMath.add(value, step) : HistogramMath.subtract(value, step);
        }
      }
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
