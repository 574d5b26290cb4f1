package io.firedrill.internal.prometheus;

import io.firedrill.internal.source.Problem;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An error in an expression: maps Prometheus's line and column to a position in the user's file.
 */
final class ExpressionError {

  private static final Pattern FORM =
      Pattern.compile("^.*?(\\d+):(\\d+): (parse error: .*)$", Pattern.DOTALL);

  private ExpressionError() {}

  /** The problem; empty if the message is not about the expression's text. */
  static Optional<Problem> read(Rule rule, String message) {
    Matcher matcher = FORM.matcher(message);
    if (!matcher.matches() || matcher.group(1).length() > 9 || matcher.group(2).length() > 9) {
      return Optional.empty();
    }
    int line = Integer.parseInt(matcher.group(1));
    int column = Integer.parseInt(matcher.group(2));
    // If something is missing at the end, point after the last character, not after blank lines.
    int end = rule.expr().stripTrailing().length();
    int offset = Math.min(end, offset(rule.expr(), line, column));
    return Optional.of(rule.exprScalar().error(offset, 1, RuleErrors.says(matcher.group(3))));
  }

  /** Prometheus counts lines and columns from 1, and columns in bytes of UTF-8. */
  private static int offset(String expr, int line, int column) {
    int start = 0;
    for (int i = 1; i < line && expr.indexOf('\n', start) >= 0; i++) {
      start = expr.indexOf('\n', start) + 1;
    }
    byte[] rest = expr.substring(start).getBytes(StandardCharsets.UTF_8);
    int bytes = Math.max(0, Math.min(column - 1, rest.length));
    return start + new String(rest, 0, bytes, StandardCharsets.UTF_8).length();
  }
}
