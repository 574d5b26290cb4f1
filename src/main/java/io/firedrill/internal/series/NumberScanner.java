package io.firedrill.internal.series;

import io.firedrill.internal.source.GoNumber;

/**
 * Reads numbers in the series notation, where {@code x} always means "times", never hexadecimal.
 */
final class NumberScanner {

  private NumberScanner() {}

  /** A number without a sign. */
  static double unsigned(Cursor cursor) {
    int start = cursor.at();
    if (Cursor.letter(cursor.peek())) {
      String word = cursor.word("");
      if (word.equalsIgnoreCase("inf") || word.equalsIgnoreCase("nan")) {
        return GoNumber.parse(word).orElseThrow();
      }
      throw cursor.mistake(start, "expected a number, found \"" + word + "\"");
    }
    digits(cursor);
    if (cursor.at() == start) {
      throw cursor.unexpected("a number");
    }
    String number = cursor.since(start);
    return GoNumber.parse(number)
        .orElseThrow(
            () -> cursor.mistake(start, "\"" + number + "\" is not a number, or too large"));
  }

  /** A number with an optional sign. */
  static double signed(Cursor cursor) {
    if (cursor.accept("-")) {
      return -unsigned(cursor);
    }
    cursor.accept("+");
    return unsigned(cursor);
  }

  /** A count after {@code x}. */
  static long repeat(Cursor cursor) {
    int start = cursor.at();
    while (Cursor.digit(cursor.peek())) {
      cursor.next();
    }
    String digits = cursor.since(start);
    if (digits.isEmpty()) {
      throw cursor.unexpected("a whole number of repetitions after \"x\"");
    }
    try {
      return Long.parseLong(digits);
    } catch (NumberFormatException e) {
      throw cursor.mistake(start, "more than " + Long.MAX_VALUE + " repetitions");
    }
  }

  private static void digits(Cursor cursor) {
    while (Cursor.digit(cursor.peek()) || cursor.peek() == '.' || cursor.peek() == '_') {
      cursor.next();
    }
    if (cursor.peek() == 'e' || cursor.peek() == 'E') {
      cursor.next();
      if (cursor.peek() == '+' || cursor.peek() == '-') {
        cursor.next();
      }
      while (Cursor.digit(cursor.peek())) {
        cursor.next();
      }
    }
  }
}
