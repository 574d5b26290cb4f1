package io.firedrill.internal.source;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Strings of Go and PromQL in double quotes, single quotes or backticks. */
public final class GoString {

  /**
   * A parsed string.
   *
   * @param value its value; bytes that are not UTF-8 become U+FFFD
   * @param end the index after the closing quote
   * @param isUtf8 whether its bytes are UTF-8 after the escapes are resolved
   */
  public record Quoted(String value, int end, boolean isUtf8) {}

  /** A string without a closing quote, or with an invalid escape sequence. */
  public static final class BadStringException extends RuntimeException {

    private final int start;
    private final int end;

    BadStringException(int start, int end, String message) {
      super(message);
      this.start = start;
      this.end = end;
    }

    /** The index of the first wrong character, from 0. */
    public int start() {
      return start;
    }

    /** The index after the last wrong character. */
    public int end() {
      return end;
    }
  }

  private static final String SIMPLE = "abfnrtv\\";
  private static final String SIMPLE_VALUES = "\u0007\b\f\n\r\t\u000b\\";

  private final String text;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private int at;

  private GoString(String text, int at) {
    this.text = text;
    this.at = at;
  }

  /** Whether a quoted string begins at this index. */
  public static boolean startsAt(String text, int at) {
    return at < text.length() && "\"'`".indexOf(text.charAt(at)) >= 0;
  }

  /**
   * Parses a quoted string.
   *
   * @param at the index of its opening quote
   * @throws BadStringException if it is invalid
   */
  public static Quoted read(String text, int at) {
    return new GoString(text, at).read();
  }

  private Quoted read() {
    int start = at;
    char quote = text.charAt(at++);
    boolean raw = quote == '`';
    while (at == text.length() || text.charAt(at) != quote) {
      if (at == text.length() || text.charAt(at) == '\n' && !raw) {
        throw mistake(start, "the string that begins here has no closing " + quote);
      }
      if (text.charAt(at) == '\\' && !raw) {
        escape(quote);
      } else {
        int character = text.codePointAt(at);
        append(character);
        at += Character.charCount(character);
      }
    }
    at++;
    byte[] read = bytes.toByteArray();
    try {
      return new Quoted(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(read)).toString(), at, true);
    } catch (CharacterCodingException e) {
      return new Quoted(new String(read, StandardCharsets.UTF_8), at, false);
    }
  }

  private void escape(char quote) {
    int start = at++;
    char c = at < text.length() ? text.charAt(at++) : '\uFFFF';
    if (c == quote) {
      append(c);
    } else if (SIMPLE.indexOf(c) >= 0) {
      append(SIMPLE_VALUES.charAt(SIMPLE.indexOf(c)));
    } else {
      switch (c) {
        case '0', '1', '2', '3', '4', '5', '6', '7' ->
            bytes.write(value(start, Character.toString(c), 2, 8, 255));
        case 'x' -> bytes.write(value(start, "", 2, 16, 255));
        case 'u' -> append(value(start, "", 4, 16, Character.MAX_CODE_POINT));
        case 'U' -> append(value(start, "", 8, 16, Character.MAX_CODE_POINT));
        default -> throw mistake(start, "unknown escape sequence " + text.substring(start, at));
      }
    }
  }

  private int value(int start, String first, int count, int base, int limit) {
    StringBuilder digits = new StringBuilder(first);
    for (int i = 0; i < count; i++) {
      char c = at < text.length() ? text.charAt(at) : '\uFFFF';
      if (Character.digit(c, base) < 0 || c > 'f') {
        throw mistake(start, "incomplete escape sequence " + text.substring(start, at));
      }
      digits.append(c);
      at++;
    }
    long value = Long.parseLong(digits.toString(), base);
    if (value > limit || value >= 0xD800 && value < 0xE000) {
      throw mistake(start, "no such character: " + text.substring(start, at));
    }
    return (int) value;
  }

  private void append(int codePoint) {
    byte[] encoded = Character.toString(codePoint).getBytes(StandardCharsets.UTF_8);
    bytes.write(encoded, 0, encoded.length);
  }

  private BadStringException mistake(int start, String message) {
    return new BadStringException(start, at, message);
  }
}
