package io.firedrill.series;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Strings as Go and PromQL quote them: double, single or backtick. */
final class GoString {

  private static final String SIMPLE = "abfnrtv\\";
  private static final String SIMPLE_VALUES = "\u0007\b\f\n\r\t\u000b\\";

  private final Cursor cursor;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  private GoString(Cursor cursor) {
    this.cursor = cursor;
  }

  static boolean startsHere(Cursor cursor) {
    return "\"'`".indexOf(cursor.peek()) >= 0;
  }

  /** Reads a quoted string whose opening quote is next. */
  static String read(Cursor cursor) {
    return new GoString(cursor).read();
  }

  private String read() {
    int start = cursor.at();
    char quote = cursor.next();
    boolean raw = quote == '`';
    while (cursor.peek() != quote || cursor.atEnd()) {
      if (cursor.atEnd() || cursor.peek() == '\n' && !raw) {
        throw cursor.mistake(start, "the string that begins here has no closing " + quote);
      }
      if (cursor.peek() == '\\' && !raw) {
        escape(quote);
      } else {
        char c = cursor.next();
        boolean pair = Character.isSurrogatePair(c, cursor.peek());
        append(pair ? Character.toCodePoint(c, cursor.next()) : c);
      }
    }
    cursor.next();
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes.toByteArray()))
          .toString();
    } catch (CharacterCodingException e) {
      throw cursor.mistake(start, "the string is not valid UTF-8 once its escapes are resolved");
    }
  }

  private void escape(char quote) {
    int start = cursor.at();
    cursor.next();
    char c = cursor.next();
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
        default -> throw cursor.mistake(start, "unknown escape sequence " + cursor.since(start));
      }
    }
  }

  private int value(int start, String first, int count, int base, int limit) {
    StringBuilder digits = new StringBuilder(first);
    for (int i = 0; i < count; i++) {
      if (Character.digit(cursor.peek(), base) < 0 || cursor.peek() > 'f') {
        throw cursor.mistake(start, "incomplete escape sequence " + cursor.since(start));
      }
      digits.append(cursor.next());
    }
    long value = Long.parseLong(digits.toString(), base);
    if (value > limit || value >= 0xD800 && value < 0xE000) {
      throw cursor.mistake(start, "no such character: " + cursor.since(start));
    }
    return (int) value;
  }

  private void append(int codePoint) {
    byte[] encoded = Character.toString(codePoint).getBytes(StandardCharsets.UTF_8);
    bytes.write(encoded, 0, encoded.length);
  }
}
