package io.firedrill.internal.source;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses numbers like Go: integers with a base prefix, floats, infinities and NaN. */
public final class GoNumber {

  private static final Pattern INTEGER =
      Pattern.compile("([+-]?)(?:0[xX]_?([0-9a-fA-F_]+)|0[bB]_?([01_]+)|0[oO]?_?([0-7_]+))");
  private static final Pattern FLOAT =
      Pattern.compile(
          "[+-]?(?:(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?"
              + "|0[xX](?:[0-9a-fA-F]+\\.?[0-9a-fA-F]*|\\.[0-9a-fA-F]+)[pP][+-]?[0-9]+)");
  private static final Pattern SEPARATOR = Pattern.compile("(?<=[0-9a-fA-F])_(?=[0-9a-fA-F])");

  /** Reasonable numbers are shorter, and long ones are slow to parse. */
  private static final int LENGTH_LIMIT = 400;

  private GoNumber() {}

  /**
   * The number; empty if the text is invalid or too large for a double. A leading zero makes an
   * integer octal, as in Go; single underscores may separate digits.
   */
  public static Optional<Double> parse(String text) {
    String word = text.toLowerCase(Locale.ROOT);
    switch (word) {
      case "nan" -> {
        return Optional.of(Double.NaN);
      }
      case "inf", "+inf", "infinity", "+infinity" -> {
        return Optional.of(Double.POSITIVE_INFINITY);
      }
      case "-inf", "-infinity" -> {
        return Optional.of(Double.NEGATIVE_INFINITY);
      }
      default -> {
        return finite(text);
      }
    }
  }

  /** Whether a text is short enough to be parsed. */
  public static boolean isShort(String text) {
    return text.length() <= LENGTH_LIMIT;
  }

  private static Optional<Double> finite(String text) {
    if (!isShort(text)) {
      return Optional.empty();
    }
    Matcher integer = INTEGER.matcher(text);
    if (integer.matches() && !text.endsWith("_") && !text.contains("__")) {
      int base = integer.group(2) != null ? 16 : integer.group(3) != null ? 2 : 8;
      String digits = integer.group(base == 16 ? 2 : base == 2 ? 3 : 4).replace("_", "");
      BigInteger value = new BigInteger(integer.group(1) + digits, base);
      if (value.bitLength() <= 63) {
        return Optional.of(value.doubleValue());
      }
    }
    String plain = SEPARATOR.matcher(text).replaceAll("");
    if (!FLOAT.matcher(plain).matches()) {
      return Optional.empty();
    }
    double value = Double.parseDouble(plain);
    return Double.isInfinite(value) ? Optional.empty() : Optional.of(value);
  }
}
