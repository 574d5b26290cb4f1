package io.firedrill.internal.promql;

import java.util.Locale;
import java.util.Set;

/** The keywords of the grammar, in any letter case, and where they are allowed as names. */
final class Keywords {

  private static final Set<String> ALL =
      Set.of(
          ("and or unless atan2 sum avg count min max group stddev stdvar topk bottomk count_values"
                  + " quantile limitk limit_ratio offset smoothed anchored by without on ignoring"
                  + " group_left group_right fill fill_left fill_right bool start end step range"
                  + " max_of min_of")
              .split(" "));

  private static final Set<String> NO_METRICS =
      Set.of("atan2", "bool", "on", "ignoring", "group_left", "group_right");

  private static final Set<String> CALLED =
      Set.of("start", "end", "step", "range", "max_of", "min_of");

  private static final Set<String> IN_DURATIONS = Set.of("step", "range", "max_of", "min_of");

  private static final Set<String> FILLS = Set.of("fill", "fill_left", "fill_right");

  private Keywords() {}

  static boolean isKeyword(String word) {
    return ALL.contains(lower(word));
  }

  /** Whether a word is a number: {@code Inf} or {@code NaN}. */
  static boolean isNumber(String word) {
    return word.equalsIgnoreCase("inf") || word.equalsIgnoreCase("nan");
  }

  /** Whether a word is a keyword only if a parenthesis follows. */
  static boolean isFill(String word) {
    return FILLS.contains(lower(word));
  }

  static boolean isDurationFunction(String word) {
    return IN_DURATIONS.contains(lower(word));
  }

  /** Whether a keyword may be the name of a metric. */
  static boolean mayNameMetric(String keyword) {
    return !NO_METRICS.contains(lower(keyword));
  }

  /** Whether a keyword may be the name of a label in {@code by}, {@code on} and the like. */
  static boolean mayNameLabel(String keyword) {
    return !lower(keyword).equals("without");
  }

  /** Whether a keyword is also the name of a function. */
  static boolean mayNameFunction(String keyword) {
    return CALLED.contains(lower(keyword));
  }

  private static String lower(String word) {
    return word.toLowerCase(Locale.ROOT);
  }
}
