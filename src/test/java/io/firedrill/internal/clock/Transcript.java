package io.firedrill.internal.clock;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * A recorded exchange: lines that start with {@code >} are sent to the launcher, those with {@code
 * <} come from it. A payload is written {@code * "text"}; the word {@code {any}} matches any word.
 */
record Transcript(List<Line> lines) {

  record Line(boolean toLauncher, Frame frame) {

    boolean fits(Frame other) {
      boolean same = frame.words().size() == other.words().size();
      for (int i = 0; same && i < frame.words().size(); i++) {
        String word = frame.word(i);
        same = word.matches("\\{[a-z]+}") || word.equals(other.word(i));
      }
      return same && java.util.Arrays.equals(frame.payload(), other.payload());
    }
  }

  static Transcript read(String name) throws IOException {
    try (InputStream in = Transcript.class.getResourceAsStream(name + ".transcript")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      List<Line> lines = new ArrayList<>();
      text.lines().filter(l -> !l.startsWith("#")).forEach(l -> lines.add(line(l)));
      return new Transcript(lines);
    }
  }

  private static Line line(String text) {
    String[] parts = text.substring(2).split(" \\* ", 2);
    // Uses the decoder of the launcher's frames.
    Frame words = decode(parts[0]);
    byte[] payload =
        parts.length < 2
            ? null
            : JsonMapper.shared()
                .readValue(parts[1], String.class)
                .getBytes(StandardCharsets.UTF_8);
    return new Line(text.startsWith(">"), words.with(payload));
  }

  private static Frame decode(String words) {
    List<String> decoded =
        Stream.of(words.split(" "))
            .map(w -> java.net.URLDecoder.decode(w.replace("+", "%2B"), StandardCharsets.UTF_8))
            .toList();
    return new Frame(decoded, null);
  }
}
