package io.firedrill.internal.generation;

import io.firedrill.internal.source.YamlText;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Scalars as a person writes them: quoted only where YAML requires it. */
final class Yaml {

  /** What other programs may read as something else than text. */
  private static final Set<String> WORDS =
      Set.of("true", "false", "yes", "no", "on", "off", "null", "y", "n", "~", "");

  private static final Pattern NUMBER =
      Pattern.compile("[-+.]?[0-9][0-9_.,:eE+xa-fA-F-]*|[-+]?\\.(inf|nan).*");

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_/(.+-][^\\p{Cntrl}]*");
  private static final Pattern IN_FLOW = Pattern.compile("[A-Za-z_/.][A-Za-z0-9_/. %()=-]*");

  private Yaml() {}

  /** A value after a key, or an item of a list. */
  static String plain(String value) {
    boolean plain =
        PLAIN.matcher(value).matches()
            && !value.contains(": ")
            && !value.contains(" #")
            && !value.endsWith(":")
            && !value.endsWith(" ")
            && !value.startsWith("- ")
            && !value.startsWith("---")
            && !value.startsWith("...")
            && !isOther(value);
    if (plain) {
      return value;
    }
    boolean single =
        value.chars().noneMatch(c -> Character.isISOControl(c) || c > 0x7e) && !value.isEmpty();
    return single && value.contains("\"")
        ? "'" + value.replace("'", "''") + "'"
        : YamlText.quoted(value);
  }

  /** Values of a series, which look like numbers and are none. */
  static String values(String values) {
    return values.contains("{") || values.isEmpty() ? YamlText.quoted(values) : values;
  }

  private static boolean isOther(String value) {
    return WORDS.contains(value.toLowerCase(Locale.ROOT)) || NUMBER.matcher(value).matches();
  }

  /** A value in brackets or braces. */
  static String inFlow(String value) {
    boolean plain = IN_FLOW.matcher(value).matches() && !value.endsWith(" ") && !isOther(value);
    return plain ? value : YamlText.quoted(value);
  }

  static String flow(Map<String, String> values) {
    return values.entrySet().stream()
        .map(e -> inFlow(e.getKey()) + ": " + inFlow(e.getValue()))
        .collect(Collectors.joining(", ", "{", "}"));
  }
}
