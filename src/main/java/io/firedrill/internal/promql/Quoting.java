package io.firedrill.internal.promql;

import java.util.regex.Pattern;

/** Quotes strings and names for expressions. */
final class Quoting {

  private static final Pattern BARE = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_]*");

  private Quoting() {}

  /** A label name, quoted if necessary. */
  static String name(String name) {
    return BARE.matcher(name).matches() ? name : quoted(name);
  }

  /** A string in double quotes. */
  static String quoted(String value) {
    StringBuilder text = new StringBuilder("\"");
    value.codePoints().forEach(c -> text.append(escaped(c)));
    return text.append('"').toString();
  }

  private static String escaped(int character) {
    return switch (character) {
      case '"', '\\' -> "\\" + (char) character;
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      // Characters that expressions cannot contain.
      case '\uFFFD' -> "\\ufffd";
      default ->
          Character.isISOControl(character)
              ? "\\u%04x".formatted(character)
              : Character.toString(character);
    };
  }
}
