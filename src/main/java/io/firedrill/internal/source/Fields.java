package io.firedrill.internal.source;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a mapping with known keys. After reporting an error it treats the key as absent, so that
 * one pass finds all errors. A key whose value is null counts as absent, too.
 */
public final class Fields {

  private static final int LONGEST_EXPRESSION = 100_000;

  private static final Set<String> TRUE = Set.of("true", "yes", "on", "y");
  private static final Set<String> FALSE = Set.of("false", "no", "off", "n");

  private final YamlNode node;
  private final String what;
  private final Problems problems;
  private final Map<String, YamlNode> values = new LinkedHashMap<>();
  private final Map<String, YamlScalar> keys = new LinkedHashMap<>();

  private Fields(YamlNode node, String what, Problems problems) {
    this.node = node;
    this.what = what;
    this.problems = problems;
  }

  /**
   * Reads a node as a mapping; null is an empty mapping. Unknown keys are reported with the most
   * similar known key.
   *
   * @param what what the mapping describes, with an article: {@code a test}
   * @return the fields; empty if the node is not a mapping, which is reported
   */
  public static Optional<Fields> of(
      YamlNode node, String what, List<String> known, Problems problems) {
    Fields fields = new Fields(node, what, problems);
    if (node.isNull()) {
      return Optional.of(fields);
    }
    if (!(node instanceof YamlMapping mapping)) {
      problems.error(node, "expected a mapping for " + what + ", found " + node.kind());
      return Optional.empty();
    }
    for (YamlMapping.Entry entry : mapping.entries()) {
      String key = entry.key().text();
      fields.keys.put(key, entry.key());
      fields.values.put(key, entry.value());
      if (!known.contains(key)) {
        Optional<String> hint = Suggestions.hint(key, known);
        String expected = "expected one of: " + String.join(", ", known);
        problems.error(
            entry.key(),
            "unknown key \"" + key + "\" in " + what,
            hint.or(() -> Optional.of(expected)));
      }
    }
    return Optional.of(fields);
  }

  /** The mapping itself, for messages about the whole. */
  public YamlNode node() {
    return node;
  }

  /** The start of the mapping. */
  public Position position() {
    return node.position();
  }

  /** Whether the key exists, even with the value null. */
  public boolean has(String key) {
    return keys.containsKey(key);
  }

  /** The key as written, for messages about it. */
  public YamlNode key(String key) {
    return keys.containsKey(key) ? keys.get(key) : node;
  }

  /** The value of a key. */
  public Optional<YamlNode> value(String key) {
    return Optional.ofNullable(values.get(key)).filter(v -> !v.isNull());
  }

  /** The value of a key that must be a scalar. */
  public Optional<YamlScalar> scalar(String key) {
    return value(key).flatMap(v -> scalar(v, "\"" + key + "\""));
  }

  /** Like {@link #scalar(String)}, but a missing key or an empty text is an error. */
  public Optional<YamlScalar> required(String key) {
    boolean missing = value(key).isEmpty();
    boolean empty = values.get(key) instanceof YamlScalar scalar && scalar.text().isEmpty();
    if (missing || empty) {
      YamlNode at = has(key) ? keys.get(key) : node;
      problems.error(at, "\"" + key + "\" is " + (has(key) ? "empty" : "missing") + " in " + what);
      return Optional.empty();
    }
    return scalar(key);
  }

  /**
   * Like {@link #required}, for PromQL. Limits its length, because Prometheus would take too long
   * to parse it.
   */
  public Optional<YamlScalar> expression(String key) {
    Optional<YamlScalar> expression = required(key);
    int length = expression.map(e -> e.text().length()).orElse(0);
    if (length > LONGEST_EXPRESSION) {
      problems.error(
          expression.get(),
          "an expression has at most %d characters, and this one has %d"
              .formatted(LONGEST_EXPRESSION, length));
      return Optional.empty();
    }
    return expression;
  }

  /** The text of a key, or the empty string. */
  public String text(String key) {
    return scalar(key).map(YamlScalar::text).orElse("");
  }

  /** The value of a key that must be true or false. */
  public Optional<Boolean> flag(String key) {
    return scalar(key)
        .flatMap(
            scalar -> {
              String word = scalar.text().toLowerCase(Locale.ROOT);
              if (TRUE.contains(word) || FALSE.contains(word)) {
                return Optional.of(TRUE.contains(word));
              }
              problems.error(
                  scalar, "expected true or false for \"" + key + "\", found " + quoted(scalar));
              return Optional.empty();
            });
  }

  /** The value of a key that must be a duration in Prometheus's notation. */
  public Optional<Duration> duration(String key) {
    return scalar(key).flatMap(scalar -> duration(scalar, key));
  }

  private Optional<Duration> duration(YamlScalar scalar, String key) {
    String text = scalar.text();
    Optional<Duration> duration = PrometheusDuration.parse(text);
    if (duration.isEmpty()) {
      boolean digits = text.matches("[0-9]+");
      Optional<String> hint =
          Optional.of(
              digits
                  ? "a unit is missing: " + text + "s or " + text + "m?"
                  : "write it as 15m30s, 1h or 1d");
      problems.error(
          scalar, "expected a duration for \"" + key + "\", found " + quoted(scalar), hint);
    }
    return duration;
  }

  /** The items of a key that must be a list; empty if it is absent. */
  public List<YamlNode> items(String key) {
    Optional<YamlNode> value = value(key);
    if (value.isPresent() && !(value.get() instanceof YamlSequence)) {
      problems.error(
          value.get(),
          "expected a list for \"" + key + "\", found " + value.get().kind(),
          Optional.of("start each item with \"- \""));
    }
    return value.orElse(null) instanceof YamlSequence list ? list.items() : List.of();
  }

  /** The entries of a key that must be a mapping from names to text; null is empty text. */
  public Map<String, YamlScalar> textMap(String key) {
    Map<String, YamlScalar> texts = new LinkedHashMap<>();
    Optional<YamlNode> value = value(key);
    if (value.isPresent() && !(value.get() instanceof YamlMapping)) {
      problems.error(
          value.get(), "expected a mapping for \"" + key + "\", found " + value.get().kind());
    }
    if (value.orElse(null) instanceof YamlMapping mapping) {
      for (YamlMapping.Entry entry : mapping.entries()) {
        scalar(entry.value(), "\"" + entry.key().text() + "\"")
            .ifPresent(scalar -> texts.put(entry.key().text(), scalar));
      }
    }
    return texts;
  }

  /** A node that must be a scalar; other nodes are reported under {@code name}. */
  public Optional<YamlScalar> scalar(YamlNode value, String name) {
    if (value instanceof YamlScalar scalar) {
      return Optional.of(scalar);
    }
    problems.error(value, "expected text for " + name + ", found " + value.kind());
    return Optional.empty();
  }

  private static String quoted(YamlScalar scalar) {
    return "\"" + scalar.text() + "\"";
  }
}
