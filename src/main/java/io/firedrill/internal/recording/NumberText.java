package io.firedrill.internal.recording;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Parses numbers and times of recordings. */
final class NumberText {

  private static final int LONGEST = 400;

  private NumberText() {}

  /** A sample's value; empty if the text is invalid. */
  static OptionalDouble value(String text) {
    if (isDecimal(text)) {
      try {
        return OptionalDouble.of(Double.parseDouble(text));
      } catch (NumberFormatException e) {
        return OptionalDouble.empty();
      }
    }
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "nan" -> OptionalDouble.of(Double.NaN);
      case "inf", "+inf" -> OptionalDouble.of(Double.POSITIVE_INFINITY);
      case "-inf" -> OptionalDouble.of(Double.NEGATIVE_INFINITY);
      default -> OptionalDouble.empty();
    };
  }

  /**
   * A time in milliseconds since 1970; empty if the text is invalid.
   *
   * @param shift the power of ten between its unit and milliseconds: 3 for seconds
   */
  static OptionalLong millis(String text, int shift) {
    if (!isDecimal(text) || text.length() > 40) {
      return OptionalLong.empty();
    }
    try {
      BigDecimal millis = new BigDecimal(text).scaleByPowerOfTen(shift);
      return millis.precision() - millis.scale() > 18
          ? OptionalLong.empty()
          : OptionalLong.of(millis.longValue());
    } catch (ArithmeticException | NumberFormatException e) {
      return OptionalLong.empty();
    }
  }

  /** A time in Unix seconds or RFC 3339, in milliseconds since 1970. */
  static OptionalLong time(String text) {
    if (isDecimal(text)) {
      return millis(text, 3);
    }
    try {
      Instant time = OffsetDateTime.parse(text).toInstant();
      return OptionalLong.of(time.toEpochMilli());
    } catch (DateTimeException | ArithmeticException e) {
      return OptionalLong.empty();
    }
  }

  private static boolean isDecimal(String text) {
    if (text.isEmpty() || text.length() > LONGEST) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && "+-.eE".indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }
}
