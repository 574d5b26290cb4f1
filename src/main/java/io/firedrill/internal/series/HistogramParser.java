package io.firedrill.internal.series;

import io.firedrill.model.NativeHistogram;
import io.firedrill.model.NativeHistogram.ResetHint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Parses a native histogram after its opening braces, including the closing ones. */
final class HistogramParser {

  private static final Map<String, ResetHint> HINTS =
      Map.of(
          "unknown", ResetHint.UNKNOWN,
          "reset", ResetHint.RESET,
          "not_reset", ResetHint.NOT_RESET,
          "gauge", ResetHint.GAUGE);

  private final Cursor cursor;
  private final Map<String, Double> numbers = new HashMap<>();
  private final Map<String, Integer> integers = new HashMap<>();
  private final Map<String, List<Double>> lists = new HashMap<>();
  private ResetHint hint;

  private HistogramParser(Cursor cursor) {
    this.cursor = cursor;
  }

  static NativeHistogram parse(Cursor cursor) {
    return new HistogramParser(cursor).parse();
  }

  private NativeHistogram parse() {
    int start = cursor.at() - 2;
    cursor.skipBlanks();
    while (!cursor.accept("}}")) {
      field();
      if (!cursor.skipBlanks() && cursor.peek() != '}') {
        throw cursor.unexpected("a blank or \"}}\"");
      }
    }
    int schema = integers.getOrDefault("schema", 0);
    boolean custom = schema == -53;
    if (!custom && (schema < -9 || schema > 52)) { // Prometheus accepts these; it writes -4 to 8.
      throw cursor.mistake(start, "schema " + schema + " does not exist: it is -4 to 8, or -53");
    }
    if (!custom && lists.containsKey("custom_values")) {
      throw cursor.mistake(start, "custom_values need schema:-53");
    }
    return new NativeHistogram(
        schema,
        numbers.getOrDefault("count", 0.0),
        numbers.getOrDefault("sum", 0.0),
        numbers.getOrDefault("z_bucket_w", 0.0),
        numbers.getOrDefault("z_bucket", 0.0),
        integers.getOrDefault("offset", 0),
        lists.getOrDefault("buckets", List.of()),
        integers.getOrDefault("n_offset", 0),
        lists.getOrDefault("n_buckets", List.of()),
        lists.getOrDefault("custom_values", List.of()),
        hint == null ? ResetHint.UNKNOWN : hint);
  }

  private void field() {
    int start = cursor.at();
    String name = cursor.word("").toLowerCase(Locale.ROOT);
    if (name.isEmpty()) {
      throw cursor.unexpected("a histogram field or \"}}\"");
    }
    int end = cursor.at();
    boolean known =
        switch (name) {
          case "schema", "offset", "n_offset", "sum", "count", "z_bucket", "z_bucket_w" -> true;
          case "buckets", "n_buckets", "custom_values", "counter_reset_hint" -> true;
          default -> false;
        };
    if (!known) {
      throw cursor.mistake(start, "unknown histogram field \"" + name + "\"");
    }
    if (!cursor.accept(":")) {
      throw cursor.unexpected("\":\" after \"" + name + "\"");
    }
    boolean repeated =
        switch (name) {
          case "schema", "offset", "n_offset" -> integers.put(name, integer()) != null;
          case "buckets", "n_buckets", "custom_values" -> lists.put(name, list()) != null;
          case "counter_reset_hint" -> hint() != null;
          case "z_bucket_w" -> numbers.put(name, NumberScanner.unsigned(cursor)) != null;
          default -> numbers.put(name, NumberScanner.signed(cursor)) != null;
        };
    if (repeated) {
      throw new SeriesSyntaxException(start, end - start, "\"" + name + "\" is given twice");
    }
  }

  private ResetHint hint() {
    ResetHint before = hint;
    int start = cursor.at();
    hint = HINTS.get(cursor.word("").toLowerCase(Locale.ROOT));
    if (hint == null) {
      throw cursor.mistake(start, "expected unknown, reset, not_reset or gauge");
    }
    return before;
  }

  private int integer() {
    int start = cursor.at();
    cursor.accept("-");
    while (Cursor.digit(cursor.peek())) {
      cursor.next();
    }
    try {
      return Integer.parseInt(cursor.since(start));
    } catch (NumberFormatException e) {
      throw cursor.at() == start
          ? cursor.unexpected("a whole number")
          : cursor.mistake(start, "expected a whole number");
    }
  }

  private List<Double> list() {
    if (!cursor.accept("[")) {
      throw cursor.unexpected("\"[\"");
    }
    List<Double> list = new ArrayList<>();
    cursor.skipBlanks();
    while (!cursor.accept("]")) {
      list.add(NumberScanner.signed(cursor));
      if (!cursor.skipBlanks() && cursor.peek() != ']') {
        throw cursor.unexpected("a blank or \"]\"");
      }
    }
    return list;
  }
}
