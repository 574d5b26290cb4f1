package io.firedrill.internal.verdict;

/** An expression in a message. */
final class ExprText {

  private static final int LIMIT = 100;

  private ExprText() {}

  /** On one line, truncated if it is long. */
  static String oneLine(String expr) {
    String line = expr.strip().replaceAll("\\s+", " ");
    return line.length() <= LIMIT ? line : line.substring(0, LIMIT - 3) + "...";
  }
}
