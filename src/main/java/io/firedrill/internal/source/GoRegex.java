package io.firedrill.internal.source;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

/** Regular expressions with Go's syntax and semantics, as in Prometheus and Alertmanager. */
public final class GoRegex {

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

  /** The expression as written. */
  @Override
  public String toString() {
    return pattern.pattern();
  }
}
