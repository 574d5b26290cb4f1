package io.firedrill.internal.source;

import java.util.regex.Pattern;

/**
 * Writes nodes as YAML on one line, which Prometheus and Alertmanager read as the same values:
 * quoted scalars stay text, and plain ones may still be numbers or durations.
 */
public final class YamlText {

  // Text that every YAML parser reads as one scalar, even inside brackets.
  private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9_.+~-]+");
  private static final Pattern UNSAFE_START = Pattern.compile("-|---.*|\\.\\.\\..*|~.+");

  // Go's parser searches only 1024 bytes for the colon.
  private static final int LONGEST_SIMPLE_KEY = 250;

  private final StringBuilder text = new StringBuilder();

  private YamlText() {}

  /** The node on one line, in flow style. */
  public static String of(YamlNode node) {
    YamlText writer = new YamlText();
    writer.write(node);
    return writer.text.toString();
  }

  /** A text in double quotes with JSON's escapes, which YAML always reads as text. */
  public static String quoted(String value) {
    StringBuilder quoted = new StringBuilder("\"");
    value.codePoints().forEach(c -> append(quoted, c));
    return quoted.append('"').toString();
  }

  private void write(YamlNode node) {
    if (node instanceof YamlMapping mapping) {
      text.append('{');
      String separator = "";
      for (YamlMapping.Entry entry : mapping.entries()) {
        text.append(separator);
        write(entry);
        separator = ", ";
      }
      text.append('}');
    } else if (node instanceof YamlSequence sequence) {
      text.append('[');
      String separator = "";
      for (YamlNode item : sequence.items()) {
        text.append(separator);
        write(item);
        separator = ", ";
      }
      text.append(']');
    } else if (node instanceof YamlScalar scalar) {
      text.append(scalar(scalar));
    }
  }

  private void write(YamlMapping.Entry entry) {
    String key = scalar(entry.key());
    text.append(key.length() > LONGEST_SIMPLE_KEY ? "? " : "").append(key).append(": ");
    write(entry.value());
  }

  private static String scalar(YamlScalar scalar) {
    String value = scalar.text();
    if (scalar.style() != YamlScalar.Style.PLAIN) {
      return quoted(value);
    }
    if (value.isEmpty()) {
      return "null";
    }
    boolean safe = SAFE.matcher(value).matches() && !UNSAFE_START.matcher(value).matches();
    return safe ? value : quoted(value);
  }

  private static void append(StringBuilder quoted, int c) {
    switch (c) {
      case '"' -> quoted.append("\\\"");
      case '\\' -> quoted.append("\\\\");
      case '\n' -> quoted.append("\\n");
      case '\r' -> quoted.append("\\r");
      case '\t' -> quoted.append("\\t");
      default -> {
        if (printable(c)) {
          quoted.appendCodePoint(c);
        } else {
          quoted.append(String.format(c > 0xFFFF ? "\\U%08x" : "\\u%04x", c));
        }
      }
    }
  }

  private static boolean printable(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }
}
