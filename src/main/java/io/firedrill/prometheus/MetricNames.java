package io.firedrill.prometheus;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * The metrics that an expression names, found by the lexical rules of PromQL. What a selector
 * without a name, or one with a pattern for it, may read is not among them.
 */
public final class MetricNames {

  /** Words that are none where an operand is expected, or where an operator is. */
  private static final Set<String> WORDS =
      Set.of("and", "or", "unless", "atan2", "bool", "offset", "start", "end", "inf", "nan");

  private static final Set<String> LABEL_LISTS =
      Set.of("by", "without", "on", "ignoring", "group_left", "group_right");

  private static final Set<String> AGGREGATIONS =
      Set.of(
          "sum",
          "min",
          "max",
          "avg",
          "group",
          "stddev",
          "stdvar",
          "count",
          "count_values",
          "bottomk",
          "topk",
          "quantile",
          "limitk",
          "limit_ratio");

  private final String expr;
  private final Set<String> names = new TreeSet<>();
  private int at;

  private MetricNames(String expr) {
    this.expr = expr;
  }

  /** The names, sorted. */
  public static Set<String> in(String expr) {
    MetricNames scan = new MetricNames(expr);
    scan.run();
    return scan.names;
  }

  private void run() {
    while (at < expr.length()) {
      char c = expr.charAt(at);
      if (c == '#') {
        skipPast('\n');
      } else if (isQuote(c)) {
        string();
      } else if (c == '{') {
        matchers();
      } else if (c == '[') {
        skipPast(']');
      } else if (isDigit(c)) {
        word();
      } else if (isLetter(c)) {
        identifier(word());
      } else {
        at++;
      }
    }
  }

  private void identifier(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    char next = next();
    if (LABEL_LISTS.contains(lower)) {
      if (next == '(') {
        skipPast(')');
      }
    } else if (next != '(' && !WORDS.contains(lower) && !aggregates(lower)) {
      names.add(word);
    }
  }

  /** {@code sum by (a) (b)}: no parenthesis follows the word. */
  private boolean aggregates(String lower) {
    int start = at;
    next();
    String follows = at < expr.length() && isLetter(expr.charAt(at)) ? word() : "";
    at = start;
    return AGGREGATIONS.contains(lower) && LABEL_LISTS.contains(follows.toLowerCase(Locale.ROOT));
  }

  /** {@code {"name", __name__="name", label="value"}}. */
  private void matchers() {
    at++;
    String left = "";
    String operator = "";
    while (at < expr.length() && expr.charAt(at) != '}') {
      char c = expr.charAt(at);
      if (isQuote(c)) {
        String text = string();
        char after = next();
        boolean alone = operator.isEmpty() && (after == ',' || after == '}');
        if (alone || left.equals("__name__") && operator.equals("=")) {
          names.add(text);
        }
        left = text;
      } else if (isLetter(c)) {
        left = word();
      } else {
        operator = c == ',' ? "" : "=!~".indexOf(c) >= 0 ? operator + c : operator;
        at++;
      }
    }
    at++;
  }

  private String string() {
    char quote = expr.charAt(at++);
    StringBuilder text = new StringBuilder();
    while (at < expr.length() && expr.charAt(at) != quote) {
      at += expr.charAt(at) == '\\' && quote != '`' && at + 1 < expr.length() ? 1 : 0;
      text.append(expr.charAt(at++));
    }
    at++;
    return text.toString();
  }

  private String word() {
    int start = at;
    while (at < expr.length() && (isLetter(expr.charAt(at)) || isDigit(expr.charAt(at)))) {
      at++;
    }
    return expr.substring(start, at);
  }

  /** Moves to the next character that is not blank; {@code ' '} at the end. */
  private char next() {
    while (at < expr.length() && Character.isWhitespace(expr.charAt(at))) {
      at++;
    }
    return at < expr.length() ? expr.charAt(at) : ' ';
  }

  private void skipPast(char end) {
    int found = expr.indexOf(end, at);
    at = found < 0 ? expr.length() : found + 1;
  }

  private static boolean isQuote(char c) {
    return c == '"' || c == '\'' || c == '`';
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c == ':';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
