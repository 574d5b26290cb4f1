package io.firedrill.internal.recording;

import io.firedrill.internal.source.InputException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.util.Optional;

/** The lines of a stream, one by one. */
final class Lines {

  /** The maximum length of a line; a file with a longer one is of another kind. */
  private static final int LONGEST = 1 << 20;

  private final DataFile file;
  private final Reader text;
  private int number;

  Lines(DataFile file, InputStream in) {
    this.file = file;
    this.text = new BufferedReader(DataFile.text(in), 1 << 16);
  }

  /** The next line without its line end; null at the end. */
  String next() throws IOException {
    number++;
    String line = line(text, LONGEST + 1);
    if (line != null && line.length() > LONGEST) {
      throw file.error(
          new Place(number, 0, 1), "the line has more than a million characters", Optional.empty());
    }
    if (number == 1 && line != null && line.startsWith("\uFEFF")) {
      return line.substring(1);
    }
    return line;
  }

  /** The number of the last line that was read, from 1. */
  int number() {
    return number;
  }

  InputException error(int offset, int length, String message, String hint) {
    return file.error(new Place(number, offset, length), message, Optional.ofNullable(hint));
  }

  /** Reads the rest of the line, but not more than {@code most} characters. */
  static String read(Reader text, int most) throws IOException {
    String line = line(text, most);
    return line == null ? "" : line;
  }

  static void skip(Reader text) throws IOException {
    int c = text.read();
    while (c >= 0 && c != '\n') {
      c = text.read();
    }
  }

  private static String line(Reader text, int most) throws IOException {
    StringBuilder line = new StringBuilder();
    int c = text.read();
    if (c < 0) {
      return null;
    }
    while (c >= 0 && c != '\n' && line.length() < most) {
      line.append((char) c);
      c = text.read();
    }
    int length = line.length();
    if (length > 0 && line.charAt(length - 1) == '\r') {
      line.setLength(length - 1);
    }
    return line.toString();
  }
}
