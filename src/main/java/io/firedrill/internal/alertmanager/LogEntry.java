package io.firedrill.internal.alertmanager;

import io.firedrill.internal.source.GoString;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A line of Alertmanager's log, which is in logfmt.
 *
 * @param line its number, from 1
 * @param time its time: virtual
 * @param fields all its fields, without quotes and escapes; {@code msg} is the message
 */
record LogEntry(int line, Instant time, Map<String, String> fields) {

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
        of(number, line).filter(e -> messages.contains(e.message())).ifPresent(entries::add);
      }
    }
    return entries;
  }

  /** A line as an entry; empty if it is none. */
  static Optional<LogEntry> of(int number, String line) {
    try {
      Map<String, String> fields = Logfmt.fields(line);
      String time = fields.getOrDefault("time", fields.getOrDefault("ts", ""));
      return Optional.of(new LogEntry(number, Instant.parse(time), fields));
    } catch (GoString.BadStringException | DateTimeParseException e) {
      return Optional.empty(); // What a program prints when it dies, or its last line, cut off.
    }
  }

  String message() {
    return fields.getOrDefault("msg", "");
  }

  Optional<String> field(String name) {
    return Optional.ofNullable(fields.get(name));
  }
}
