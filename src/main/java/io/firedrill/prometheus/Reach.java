package io.firedrill.prometheus;

import io.firedrill.source.PrometheusDuration;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How far back an expression sees samples at most, found in its text. */
public final class Reach {

  /** Prometheus's {@code --query.lookback-delta}. */
  private static final Duration LOOKBACK = Duration.ofMinutes(5);

  private static final Pattern QUIET =
      Pattern.compile(
          "\"(?:[^\"\\\\]|\\\\.)*+\"|'(?:[^'\\\\]|\\\\.)*+'|`[^`]*+`|#[^\\n]*+|\\{[^}]*+\\}");

  /** What looks at other times, or says something where there are no samples. */
  private static final Pattern ELSEWHERE = Pattern.compile("@|(?i)\\babsent(?:_over_time)?\\b");

  private static final Pattern RANGE = Pattern.compile("\\[([^\\]:]*)(:?)[^\\]]*\\]");
  private static final Pattern OFFSET = Pattern.compile("(?i)\\boffset\\s+(-?)\\s*([0-9a-z]*)");

  private Reach() {}

  /**
   * How long after its time a sample is seen at most; empty where that cannot be told, or does not
   * matter since the expression is about absent samples.
   */
  public static Optional<Duration> of(String expr) {
    String text = QUIET.matcher(expr).replaceAll(" ");
    if (ELSEWHERE.matcher(text).find()) {
      return Optional.empty();
    }
    Duration window = LOOKBACK;
    Duration shift = Duration.ZERO;
    Matcher range = RANGE.matcher(text);
    while (range.find()) {
      Optional<Duration> length = PrometheusDuration.parse(range.group(1).strip());
      if (length.isEmpty()) {
        return Optional.empty();
      }
      boolean subquery = !range.group(2).isEmpty();
      shift = subquery ? shift.plus(length.get()) : shift;
      window = !subquery && length.get().compareTo(window) > 0 ? length.get() : window;
    }
    Matcher offset = OFFSET.matcher(text);
    while (offset.find()) {
      Optional<Duration> length = PrometheusDuration.parse(offset.group(2));
      if (length.isEmpty()) {
        return Optional.empty();
      }
      shift = offset.group(1).isEmpty() ? shift.plus(length.get()) : shift;
    }
    return Optional.of(window.plus(shift));
  }
}
