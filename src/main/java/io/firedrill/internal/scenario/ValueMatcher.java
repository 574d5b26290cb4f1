package io.firedrill.internal.scenario;

import io.firedrill.model.Labels;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** An expected text: exactly this, or a match of an anchored regular expression. */
public sealed interface ValueMatcher {

  /** Whether a text matches. */
  boolean matches(String text);

  /** Exactly this text. */
  record Exact(String text) implements ValueMatcher {
    @Override
    public boolean matches(String other) {
      return text.equals(other);
    }

    @Override
    public String toString() {
      return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
  }

  /** A regular expression that must match the whole text; {@code .} matches line ends too. */
  record Regex(String expression, Pattern pattern) implements ValueMatcher {
    Regex(String expression) {
      this(expression, Pattern.compile(expression, Pattern.DOTALL));
    }

    @Override
    public boolean matches(String other) {
      return pattern.matcher(other).matches();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Regex regex && regex.expression.equals(expression);
    }

    @Override
    public int hashCode() {
      return expression.hashCode();
    }

    @Override
    public String toString() {
      return "/" + expression + "/";
    }
  }

  /**
   * A matcher from its written form: {@code /expression/}, or else the exact text.
   *
   * @throws java.util.regex.PatternSyntaxException if the expression is invalid
   */
  static ValueMatcher parse(String written) {
    boolean regex = written.length() >= 2 && written.startsWith("/") && written.endsWith("/");
    return regex ? new Regex(written.substring(1, written.length() - 1)) : new Exact(written);
  }

  /** Exactly these labels. */
  static Map<String, ValueMatcher> exactly(Labels labels) {
    Map<String, ValueMatcher> matchers = new LinkedHashMap<>();
    labels.asMap().forEach((name, value) -> matchers.put(name, new Exact(value)));
    return matchers;
  }

  /** An unmodifiable copy that keeps the order. */
  static Map<String, ValueMatcher> copyOf(Map<String, ValueMatcher> matchers) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(matchers));
  }
}
