package io.firedrill.internal.clock;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One message of the control protocol: a line of percent-encoded words. With some verbs a payload
 * follows, whose length is the last word.
 *
 * @param words the verb and its arguments, decoded, without the payload's size
 * @param payload the bytes, or null for a verb without a payload
 */
record Frame(List<String> words, byte[] payload) {

  private static final Set<String> WITH_PAYLOAD = Set.of("data", "died", "error", "file", "write");

  static Frame of(Object... words) {
    return new Frame(Stream.of(words).map(String::valueOf).toList(), null);
  }

  Frame with(byte[] bytes) {
    return new Frame(words, bytes);
  }

  String verb() {
    return words.get(0);
  }

  String word(int index) {
    return words.get(index);
  }

  long number(int index) {
    return Long.parseLong(words.get(index));
  }

  void writeTo(OutputStream out) throws IOException {
    String line = words.stream().map(Frame::encode).collect(Collectors.joining(" "));
    String size = payload == null ? "" : " " + payload.length;
    out.write((line + size + "\n").getBytes(StandardCharsets.US_ASCII));
    if (payload != null) {
      out.write(payload);
    }
    out.flush();
  }

  /**
   * Reads one frame.
   *
   * @throws EOFException if the other side has closed the connection
   */
  static Frame readFrom(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        throw new EOFException("the launcher has closed the connection");
      }
      line.write(b);
    }
    List<String> words =
        Stream.of(line.toString(StandardCharsets.US_ASCII).split(" ")).map(Frame::decode).toList();
    if (!WITH_PAYLOAD.contains(words.get(0))) {
      return new Frame(words, null);
    }
    int size = Integer.parseInt(words.get(words.size() - 1));
    byte[] payload = in.readNBytes(size);
    if (payload.length < size) {
      throw new EOFException("the launcher has closed the connection");
    }
    return new Frame(words.subList(0, words.size() - 1), payload);
  }

  private static String encode(String word) {
    StringBuilder encoded = new StringBuilder();
    for (byte b : word.getBytes(StandardCharsets.UTF_8)) {
      if (b > ' ' && b < 127 && b != '%') {
        encoded.append((char) b);
      } else {
        encoded.append(String.format("%%%02X", b & 0xff));
      }
    }
    return encoded.toString();
  }

  private static String decode(String word) {
    if (word.indexOf('%') < 0) {
      return word;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (c == '%') {
        bytes.write(Integer.parseInt(word.substring(i + 1, i + 3), 16));
        i += 2;
      } else {
        bytes.write(c);
      }
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
