package io.firedrill.internal.alertmanager;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of Alertmanager's log, which is in logfmt.
 *
 * @param line its number, from 1
 * @param time its time: virtual
 * @param fields all its fields, without quotes and escapes; {@code msg} is the message
 */
record LogEntry(int line, Instant time, Map<String, String> fields) {

  private static final Pattern FIELD =
      Pattern.compile("([^\\s=\"]+)=(?:\"((?:[^\"\\\\]|\\\\.)*)\"|(\\S*))");
  private static final Pattern ESCAPE =
      Pattern.compile("\\\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(.))");

  LogEntry {
    fields = Map.copyOf(fields);
  }

  /** The entries with one of these messages, in order. */
  static List<LogEntry> read(String log, List<String> messages) {
    List<LogEntry> entries = new ArrayList<>();
    int number = 0;
    for (Iterator<String> lines = log.lines().iterator(); lines.hasNext(); ) {
      String line = lines.next();
      number++;
      if (messages.stream().anyMatch(line::contains)) {
        read(number, line).filter(e -> messages.contains(e.message())).ifPresent(entries::add);
      }
    }
    return entries;
  }

  private static Optional<LogEntry> read(int number, String line) {
    Map<String, String> fields = new HashMap<>();
    Matcher matcher = FIELD.matcher(line);
    while (matcher.find()) {
      String quoted = matcher.group(2);
      fields.put(matcher.group(1), quoted == null ? matcher.group(3) : unescaped(quoted));
    }
    try {
      String time = fields.getOrDefault("time", fields.getOrDefault("ts", ""));
      return Optional.of(new LogEntry(number, Instant.parse(time), fields));
    } catch (DateTimeParseException e) {
      return Optional.empty(); // What a program prints when it dies.
    }
  }

  private static String unescaped(String quoted) {
    return ESCAPE.matcher(quoted).replaceAll(m -> Matcher.quoteReplacement(character(m.group())));
  }

  private static String character(String escape) {
    return switch (escape.charAt(1)) {
      case 'n' -> "\n";
      case 't' -> "\t";
      case 'r' -> "\r";
      case 'u', 'x' -> Character.toString(Integer.parseInt(escape.substring(2), 16));
      default -> escape.substring(1);
    };
  }

  String message() {
    return fields.getOrDefault("msg", "");
  }

  Optional<String> field(String name) {
    return Optional.ofNullable(fields.get(name));
  }
}
