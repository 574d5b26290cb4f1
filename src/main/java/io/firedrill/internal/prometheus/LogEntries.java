package io.firedrill.internal.prometheus;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a server's log, whose entries are {@code key="value"} pairs with Go's quoting. */
final class LogEntries {

  private static final Pattern FAILED_GROUPS =
      Pattern.compile("msg=\"loading groups failed\".*? err=\"((?:[^\"\\\\]|\\\\.)*+)\"");
  private static final Pattern ESCAPE =
      Pattern.compile("\\\\(x[0-9a-f]{2}|u[0-9a-f]{4}|U[0-9a-f]{8}|.)");
  private static final Map<Character, Character> CONTROLS =
      Map.of('n', '\n', 't', '\t', 'r', '\r', 'a', '\7', 'b', '\b', 'f', '\f', 'v', '\13');

  private static final Pattern FIELD =
      Pattern.compile("([a-z_]+)=(?:\"((?:[^\"\\\\]|\\\\.)*+)\"|(\\S*))");

  private LogEntries() {}

  /** The keys and values of one entry. */
  static Map<String, String> fields(String line) {
    Map<String, String> fields = new HashMap<>();
    Matcher matcher = FIELD.matcher(line);
    while (matcher.find()) {
      fields.put(
          matcher.group(1),
          matcher.group(2) == null ? matcher.group(3) : unquote(matcher.group(2)));
    }
    return fields;
  }

  /** The errors because of which rule groups were not loaded, without repetitions. */
  static List<String> failedGroups(String log) {
    return log.lines()
        .map(FAILED_GROUPS::matcher)
        .filter(Matcher::find)
        .map(m -> unquote(m.group(1)))
        .distinct()
        .toList();
  }

  private static String unquote(String quoted) {
    // Collects bytes, because Go may escape an unprintable character as its bytes.
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Matcher matcher = ESCAPE.matcher(quoted);
    int at = 0;
    while (matcher.find()) {
      write(bytes, quoted.substring(at, matcher.start()));
      String escape = matcher.group(1);
      if (escape.length() == 1) {
        char c = escape.charAt(0);
        write(bytes, String.valueOf(CONTROLS.getOrDefault(c, c)));
      } else if (escape.startsWith("x")) {
        bytes.write(Integer.parseInt(escape.substring(1), 16));
      } else {
        write(bytes, Character.toString(Integer.parseInt(escape.substring(1), 16)));
      }
      at = matcher.end();
    }
    write(bytes, quoted.substring(at));
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static void write(ByteArrayOutputStream bytes, String text) {
    bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }
}
