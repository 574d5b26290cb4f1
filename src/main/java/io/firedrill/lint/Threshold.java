package io.firedrill.lint;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number that an expression compares something with.
 *
 * @param value the number
 * @param text the number as written
 * @param offset where it stands in the expression
 * @param compared what is compared with it, blanks made one
 */
record Threshold(BigDecimal value, String text, int offset, String compared) {

  private static final Pattern QUIET =
      Pattern.compile(
          "\"(?:[^\"\\\\]|\\\\.)*+\"|'(?:[^'\\\\]|\\\\.)*+'|`[^`]*`|#[^\\n]*|\\[[^\\]]*\\]");
  private static final Pattern COMPARISON =
      Pattern.compile(
          "(?:>=|<=|==|!=|>|<)\\s*(?:bool\\b\\s*)?"
              + "([-+]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][-+]?\\d+)?)(?![\\w.:]|\\s*[*/%^+-])");
  private static final Pattern BEFORE =
      Pattern.compile("(?is).*(?:\\b(?:and|or|unless)\\b(?:\\s*(?:on|ignoring)\\s*\\([^)]*\\))?)");

  /** The thresholds of an expression, in its order. 0 and 1 are states, not thresholds. */
  static List<Threshold> of(String expr) {
    // Strings, comments and ranges hold no thresholds; blanks keep the offsets.
    String masked = QUIET.matcher(expr).replaceAll(m -> " ".repeat(m.group().length()));
    List<Threshold> thresholds = new ArrayList<>();
    Matcher matcher = COMPARISON.matcher(masked);
    while (matcher.find()) {
      BigDecimal value = new BigDecimal(matcher.group(1));
      if (value.compareTo(BigDecimal.ZERO) != 0 && value.compareTo(BigDecimal.ONE) != 0) {
        Matcher before = BEFORE.matcher(masked.substring(0, matcher.start()));
        int from = before.find() ? before.end() : 0;
        String compared = expr.substring(from, matcher.start()).strip().replaceAll("\\s+", " ");
        thresholds.add(new Threshold(value, matcher.group(1), matcher.start(1), compared));
      }
    }
    return thresholds;
  }
}
