package io.firedrill.internal.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads a user's text file: UTF-8, of limited size, without control characters. */
public final class TextFile {

  /** The maximum size of a file, in bytes. */
  public static final int LIMIT = 10 * 1024 * 1024;

  private static final int BYTE_ORDER_MARK = 0xFEFF;

  private TextFile() {}

  /**
   * The text of a file, without a byte order mark.
   *
   * @throws InputException if the file cannot be read, is larger than {@link #LIMIT}, is not UTF-8
   *     or contains control characters other than tabs and line ends
   */
  public static String read(Path file) {
    byte[] bytes;
    try (InputStream in = InputFile.open(file)) {
      bytes = in.readNBytes(LIMIT + 1);
    } catch (IOException e) {
      throw unreadable(file, "cannot read the file: " + InputFile.reason(e));
    }
    if (bytes.length > LIMIT) {
      throw unreadable(file, "the file is larger than the maximum of 10 MiB");
    }
    return decode(file, bytes);
  }

  private static String decode(Path file, byte[] bytes) {
    CharBuffer out = CharBuffer.allocate(bytes.length + 1);
    CoderResult result =
        StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes), out, true);
    String text = out.flip().toString();
    if (result.isError()) {
      String byteText =
          String.format("0x%02X", bytes[text.getBytes(StandardCharsets.UTF_8).length]);
      throw at(file, text, text.length(), "not UTF-8 text: unexpected byte " + byteText);
    }
    String body = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    checkPrintable(file, body);
    return body;
  }

  /**
   * Refuses control characters that YAML does not allow.
   *
   * @throws InputException at the first such character
   */
  static void checkPrintable(Path file, String text) {
    int i = 0;
    while (i < text.length()) {
      int c = text.codePointAt(i);
      if (!printable(c)) {
        throw at(file, text, i, String.format("not a text file: control character U+%04X", c));
      }
      i += Character.charCount(c);
    }
  }

  private static boolean printable(int c) {
    return c >= 0x20 && c <= 0x7E
        || c == '\t'
        || c == '\n'
        || c == '\r'
        || c == 0x85
        || c >= 0xA0 && c <= 0xD7FF
        || c >= 0xE000 && c <= 0xFFFD
        || c >= 0x10000;
  }

  private static InputException at(Path file, String text, int index, String message) {
    SourceText source = new SourceText(file, text);
    if (ConfigurationKeys.areLikelyIn(text)) {
      source.hide(new LexicalMask());
    }
    Position position = source.position(text.codePointCount(0, index));
    return new InputException(List.of(source.problem(Severity.ERROR, position, 1, message, null)));
  }

  private static InputException unreadable(Path file, String message) {
    return new InputException(
        List.of(
            new Problem(
                Severity.ERROR, new Position(file, 1, 1), message, "", 1, Optional.empty())));
  }
}
