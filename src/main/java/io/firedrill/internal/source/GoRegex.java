package io.firedrill.internal.source;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Optional;

/** Regular expressions with Go's syntax and semantics, as in Prometheus and Alertmanager. */
public final class GoRegex {

  /** A reference to a group in a template: {@code $1}, {@code ${name}}, or {@code $$}. */
  private static final Pattern GROUP = Pattern.compile("\\$(?:(\\$)|\\{(\\w+)\\}|(\\w+))");

  /** Text that is not a regular expression; the message says why. */
  public static final class BadRegexException extends RuntimeException {
    BadRegexException(String message) {
      super(message);
    }
  }

  private final Pattern pattern;

  private GoRegex(Pattern pattern) {
    this.pattern = pattern;
  }

  /**
   * Compiles an expression.
   *
   * @throws BadRegexException if it is invalid
   */
  public static GoRegex compile(String expression) {
    try {
      return new GoRegex(Pattern.compile(expression));
    } catch (PatternSyntaxException e) {
      throw new BadRegexException(e.getDescription());
    }
  }

  /** Whether the whole text matches, as matchers of labels require. */
  public boolean matches(String text) {
    return pattern.matches(text);
  }

  /** Whether any part of the text matches. */
  public boolean matchesPartOf(String text) {
    return pattern.matcher(text).find();
  }

  /**
   * A template with the groups of a whole match, as {@code label_replace} expands it; empty if the
   * text does not match.
   */
  public Optional<String> expanded(String text, String template) {
    Matcher whole = pattern.matcher(text);
    if (!whole.matches()) {
      return Optional.empty();
    }
    Matcher group = GROUP.matcher(template);
    StringBuilder result = new StringBuilder();
    int last = 0;
    while (group.find()) {
      result.append(template, last, group.start()).append(value(whole, group));
      last = group.end();
    }
    return Optional.of(result.append(template.substring(last)).toString());
  }

  private static String value(Matcher whole, Matcher group) {
    if (group.group(1) != null) {
      return "$";
    }
    String name = group.group(2) == null ? group.group(3) : group.group(2);
    try {
      String value =
          name.chars().allMatch(Character::isDigit)
              ? whole.group(Integer.parseInt(name))
              : whole.group(name);
      return value == null ? "" : value;
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      return "";
    }
  }

  /** The expression as written. */
  @Override
  public String toString() {
    return pattern.pattern();
  }
}
