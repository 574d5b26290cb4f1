package io.firedrill.internal.rig.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads the options of the machine's own source, such as the key that signs the archive, from its
 * files because apt does not print them. Formats: sources.list(5).
 */
final class SourceOptions {

  private static final Map<String, String> DEB822_NAMES =
      Map.of(
          "signed-by", "Signed-By", "trusted", "Trusted", "check-valid-until", "Check-Valid-Until");

  private static final Pattern FIELD = Pattern.compile("([A-Za-z-]+):(.*)");
  private static final Pattern ONE_LINE = Pattern.compile("deb\\s+\\[([^]]*)].*");

  private SourceOptions() {}

  /** The options in deb822 form; a field may have several lines. */
  static List<String> read(AptSource.Target target) throws IOException {
    int colon = target.entry().lastIndexOf(':');
    Path file = Path.of(target.entry().substring(0, Math.max(0, colon)));
    if (!Files.isReadable(file)) {
      return List.of();
    }
    List<String> lines = Files.readAllLines(file);
    return file.toString().endsWith(".sources") ? stanza(lines, target) : oneLine(lines, target);
  }

  static List<String> stanza(List<String> lines, AptSource.Target target) {
    String text = String.join("\n", lines.stream().filter(l -> !l.startsWith("#")).toList());
    return Arrays.stream(text.split("\n\\s*\n"))
        .map(String::lines)
        .map(SourceOptions::fields)
        .filter(fields -> names(fields, "uris", target.uri()))
        .filter(fields -> names(fields, "suites", target.release()))
        .findFirst()
        .map(fields -> fields.stream().filter(SourceOptions::isOption).toList())
        .orElse(List.of());
  }

  static List<String> oneLine(List<String> lines, AptSource.Target target) {
    String uri = withoutSlash(target.uri());
    return lines.stream()
        .filter(line -> line.contains(uri) && line.contains(" " + target.release() + " "))
        .map(ONE_LINE::matcher)
        .filter(Matcher::matches)
        .findFirst()
        .map(line -> Arrays.stream(line.group(1).strip().split("\\s+")))
        .orElse(Stream.of())
        .map(option -> option.split("=", 2))
        .filter(pair -> pair.length == 2 && DEB822_NAMES.containsKey(pair[0]))
        .map(pair -> DEB822_NAMES.get(pair[0]) + ": " + pair[1].replace(',', ' '))
        .toList();
  }

  /** The fields of a stanza, with continuation lines. */
  private static List<String> fields(Stream<String> lines) {
    List<String> fields = new ArrayList<>();
    lines.forEach(
        line -> {
          if (line.startsWith(" ") && !fields.isEmpty()) {
            fields.set(fields.size() - 1, fields.get(fields.size() - 1) + "\n" + line);
          } else if (!line.isBlank()) {
            fields.add(line);
          }
        });
    return fields;
  }

  private static boolean names(List<String> fields, String name, String value) {
    return fields.stream()
        .filter(field -> name(field).equals(name))
        .flatMap(field -> Arrays.stream(field.substring(name.length() + 1).split("\\s+")))
        .anyMatch(word -> withoutSlash(word).equals(withoutSlash(value)));
  }

  private static boolean isOption(String field) {
    return DEB822_NAMES.containsKey(name(field));
  }

  private static String name(String field) {
    Matcher matcher = FIELD.matcher(field.lines().findFirst().orElse(""));
    return matcher.matches() ? matcher.group(1).toLowerCase(Locale.ROOT) : "";
  }

  private static String withoutSlash(String uri) {
    return uri.endsWith("/") ? uri.substring(0, uri.length() - 1) : uri;
  }
}
