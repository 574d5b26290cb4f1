package io.firedrill.prometheus;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an alerting expression compares with a number: {@code left > 0.9}. Of {@code a > 1 and b} it
 * is the part before {@code and} or {@code unless}, since that gives the alert its value.
 *
 * @param left what is compared, PromQL of its own
 * @param operator {@code <}, {@code <=}, {@code >}, {@code >=}, {@code ==} or {@code !=}
 * @param number the number as written
 */
public record Comparison(String left, String operator, String number) {

  private static final Pattern QUIET =
      Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*+\"|'(?:[^'\\\\]|\\\\.)*+'|`[^`]*`|#[^\\n]*");
  private static final Pattern SET = Pattern.compile("(?i)(?<![\\w:])(and|unless|or)(?![\\w:])");
  private static final Pattern OPERATOR = Pattern.compile(">=|<=|==|!=|>|<");
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][-+]?\\d+)?");

  /** The comparison, where the expression is a single one with a plain number on its right. */
  public static Optional<Comparison> of(String expr) {
    String text = blank(QUIET, expr);
    int from = 0;
    int to = text.length();
    while (isWrapped(text.substring(from, to))) {
      from = text.indexOf('(', from) + 1;
      to = text.lastIndexOf(')', to - 1);
    }
    List<MatchResult> sets = SET.matcher(onTop(text.substring(from, to))).results().toList();
    if (sets.stream().anyMatch(s -> s.group().equalsIgnoreCase("or"))) {
      return Optional.empty();
    }
    if (!sets.isEmpty()) {
      return of(expr.substring(from, from + sets.get(0).start()));
    }
    return single(expr.substring(from, to), onTop(text.substring(from, to)));
  }

  /** The value; a plain number always has one. */
  public double value() {
    return Double.parseDouble(number);
  }

  private static Optional<Comparison> single(String expr, String top) {
    Matcher operator = OPERATOR.matcher(top);
    if (!operator.find()) {
      return Optional.empty();
    }
    String left = expr.substring(0, operator.start()).strip();
    String right = blank(QUIET, expr.substring(operator.end())).strip();
    return left.isEmpty() || !NUMBER.matcher(right).matches()
        ? Optional.empty()
        : Optional.of(new Comparison(left, operator.group(), right));
  }

  /** Whether one pair of parentheses holds all of it. */
  private static boolean isWrapped(String text) {
    String stripped = text.strip();
    return stripped.startsWith("(")
        && stripped.endsWith(")")
        && onTop(stripped).strip().matches("\\(\\s*\\)");
  }

  /** Blanks for what lies within brackets; the offsets stay. */
  private static String onTop(String text) {
    StringBuilder top = new StringBuilder();
    int depth = 0;
    for (char c : text.toCharArray()) {
      boolean closes = ")]}".indexOf(c) >= 0;
      depth -= closes ? 1 : 0;
      top.append(depth > 0 ? ' ' : c);
      depth += "([{".indexOf(c) >= 0 ? 1 : 0;
    }
    return top.toString();
  }

  private static String blank(Pattern pattern, String text) {
    return pattern.matcher(text).replaceAll(m -> " ".repeat(m.group().length()));
  }
}
