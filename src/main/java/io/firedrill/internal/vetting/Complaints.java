package io.firedrill.internal.vetting;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Splits a server's message about a configuration into single complaints. */
final class Complaints {

  private static final Pattern LINE = Pattern.compile("line [0-9]+: ");
  private static final Pattern SEVERAL = Pattern.compile("(?s)^.*?unmarshal errors:\\s*\n");
  private static final Pattern TYPE = Pattern.compile("( not found) in (type|struct) \\S+");
  private static final Pattern UNKNOWN_FIELD = Pattern.compile("^field (.+) not found$");
  private static final Pattern WORD =
      Pattern.compile("\"([^\"]+)\"|'([^']+)'|`([^`]+)`|([A-Za-z]+(?:_[A-Za-z0-9]+)+)");

  private Complaints() {}

  /** The complaints in a message; none in an empty one. */
  static List<String> of(String message) {
    if (message.isEmpty()) {
      return List.of();
    }
    Stream<String> parts =
        SEVERAL.matcher(message).find()
            ? SEVERAL.matcher(message).replaceFirst("").lines()
            : Stream.of(message);
    return parts
        .map(part -> LINE.matcher(part).replaceFirst(""))
        .map(part -> TYPE.matcher(part).replaceFirst("$1"))
        .map(part -> part.replaceAll("\\s+", " ").strip())
        .toList();
  }

  /** The unknown key that a complaint names; empty for other complaints. */
  static Stream<String> unknownField(String complaint) {
    return UNKNOWN_FIELD.matcher(complaint).results().map(result -> result.group(1));
  }

  /** The words that a complaint quotes, or that look like keys. */
  static List<String> words(String complaint) {
    Stream<String> quoted =
        WORD.matcher(complaint)
            .results()
            .flatMap(r -> Stream.of(1, 2, 3, 4).map(r::group).filter(word -> word != null));
    return Stream.concat(unknownField(complaint), quoted).distinct().toList();
  }
}
