package io.firedrill.internal.settings;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as the servers read them in flags: {@code 1h30m}, {@code 7d}, {@code 1.5h}. */
final class FlagDuration {

  private static final Pattern PART = Pattern.compile("(\\d{1,12}(?:\\.\\d{1,9})?)(ms|[smhdwy])");
  private static final Pattern WHOLE = Pattern.compile("(?:" + PART.pattern() + ")+");

  private static final Map<String, Long> MILLIS =
      Map.of(
          "ms", 1L,
          "s", 1_000L,
          "m", 60_000L,
          "h", 3_600_000L,
          "d", 86_400_000L,
          "w", 7 * 86_400_000L,
          "y", 365 * 86_400_000L);

  private FlagDuration() {}

  static Optional<Duration> parse(String text) {
    if (text.equals("0")) {
      return Optional.of(Duration.ZERO);
    }
    if (!WHOLE.matcher(text).matches()) {
      return Optional.empty();
    }
    double millis = 0;
    for (Matcher part = PART.matcher(text); part.find(); ) {
      millis += Double.parseDouble(part.group(1)) * MILLIS.get(part.group(2));
    }
    return Optional.of(Duration.ofMillis(Math.round(millis)));
  }
}
