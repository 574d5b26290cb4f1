package io.firedrill.internal.source;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations in Prometheus's notation: {@code 1h30m}, {@code 1d}, {@code 500ms}, {@code 0}. */
public final class PrometheusDuration {

  private static final Pattern FORM =
      Pattern.compile(
          "(?:([0-9]+)y)?(?:([0-9]+)w)?(?:([0-9]+)d)?(?:([0-9]+)h)?"
              + "(?:([0-9]+)m)?(?:([0-9]+)s)?(?:([0-9]+)ms)?");
  private static final long[] MILLIS = {
    365L * 86_400_000, 7L * 86_400_000, 86_400_000, 3_600_000, 60_000, 1000, 1
  };
  private static final String[] UNITS = {"y", "w", "d", "h", "m", "s", "ms"};

  /** The maximum of Go's durations, about 292 years. */
  private static final long LIMIT_MILLIS = Long.MAX_VALUE / 1_000_000;

  private PrometheusDuration() {}

  /** The duration; empty if the text is invalid or longer than 292 years. */
  public static Optional<Duration> parse(String text) {
    if (text.equals("0")) {
      return Optional.of(Duration.ZERO);
    }
    Matcher matcher = FORM.matcher(text);
    if (text.isEmpty() || !matcher.matches()) {
      return Optional.empty();
    }
    try {
      long millis = 0;
      for (int i = 0; i < MILLIS.length; i++) {
        String digits = matcher.group(i + 1);
        long part = digits == null ? 0 : Math.multiplyExact(Long.parseLong(digits), MILLIS[i]);
        millis = Math.addExact(millis, part);
      }
      return millis > LIMIT_MILLIS ? Optional.empty() : Optional.of(Duration.ofMillis(millis));
    } catch (ArithmeticException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** The shortest form with units from days down: {@code 1d2h}, {@code 90s} as {@code 1m30s}. */
  public static String format(Duration duration) {
    long millis = duration.abs().toMillis();
    if (millis == 0) {
      return "0s";
    }
    StringBuilder text = new StringBuilder(duration.isNegative() ? "-" : "");
    for (int i = 2; i < MILLIS.length; i++) {
      if (millis >= MILLIS[i]) {
        text.append(millis / MILLIS[i]).append(UNITS[i]);
        millis %= MILLIS[i];
      }
    }
    return text.toString();
  }
}
