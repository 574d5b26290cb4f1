package io.firedrill.internal.source;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A configuration with placeholders for possible secrets. A placeholder has the form of the
 * original, so that a server accepts or refuses both alike: for example the scheme and punctuation
 * of an address, or the number of digits. Equal texts have equal placeholders.
 */
public final class Placeholders {

  private static final Pattern SCHEME = Pattern.compile("(?i)(https?|ftp|tcp|udp|unix|wss?):");
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,60}");

  /**
   * Without the units of durations, and without y and n, so that no placeholder becomes a duration
   * or a boolean.
   */
  private static final String LETTERS = "gijklopqrtuvxz";

  private static final String HEX_LETTERS = "abcef";

  /** Shorter placeholders could occur in any word. */
  private static final int SHORTEST = 3;

  private final Disclosure disclosure;
  private final Map<String, String> placeholders = new HashMap<>();
  private final YamlMapping root;

  /** Creates the placeholders of a configuration. */
  public Placeholders(YamlMapping root) {
    this.disclosure = new Disclosure(List.of(root));
    this.root = (YamlMapping) replaced(root);
  }

  /** The configuration with placeholders; nodes keep their positions. */
  public YamlMapping root() {
    return root;
  }

  /** Masks the placeholders in a server's message. */
  public String hide(String message) {
    String hidden = message;
    for (String placeholder :
        placeholders.values().stream()
            .filter(p -> p.length() >= SHORTEST)
            .sorted(Comparator.comparing(String::length).reversed())
            .toList()) {
      hidden = hidden.replace(placeholder, Mask.stars(placeholder));
    }
    return hidden;
  }

  private YamlNode replaced(YamlNode node) {
    if (node instanceof YamlMapping mapping) {
      return new YamlMapping(
          mapping.position(), mapping.entries().stream().map(this::replaced).toList());
    }
    if (node instanceof YamlSequence list) {
      return list.withItems(list.items().stream().map(this::replaced).toList());
    }
    YamlScalar scalar = (YamlScalar) node;
    return disclosure.isShown(scalar) ? scalar : placeholder(scalar);
  }

  private YamlMapping.Entry replaced(YamlMapping.Entry entry) {
    YamlScalar key = entry.key();
    boolean isName = !entry.value().isNull() && NAME.matcher(key.text()).matches();
    return new YamlMapping.Entry(
        isName || disclosure.isShown(key) ? key : placeholder(key), replaced(entry.value()));
  }

  private YamlScalar placeholder(YamlScalar scalar) {
    String text = scalar.text();
    if (!placeholders.containsKey(text)) {
      placeholders.put(text, placeholder(text, placeholders.size()));
    }
    return scalar.withText(placeholders.get(text));
  }

  /** Replaces hexadecimal digits by hexadecimal digits, and other letters by other letters. */
  private static String placeholder(String text, int number) {
    Matcher scheme = SCHEME.matcher(text);
    int start = scheme.lookingAt() ? scheme.end() : 0;
    StringBuilder placeholder = new StringBuilder(text.substring(0, start));
    for (char c : text.substring(start).toCharArray()) {
      if (c >= '0' && c <= '9') {
        placeholder.append((char) ('1' + number % 9));
      } else if (Character.isLetter(c) || c > '~') {
        boolean hex = "abcdefABCDEF".indexOf(c) >= 0;
        String letters = hex ? HEX_LETTERS : LETTERS;
        char letter = letters.charAt(number % letters.length());
        placeholder.append(Character.isUpperCase(c) ? Character.toUpperCase(letter) : letter);
      } else {
        placeholder.append(c);
      }
    }
    return placeholder.toString();
  }
}
