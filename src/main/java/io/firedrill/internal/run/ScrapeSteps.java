package io.firedrill.internal.run;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The steps in which timers run for a Prometheus that wakes up too often. There is a step just
 * before each evaluation. Scrapes keep their intervals, which are multiples of the step.
 *
 * @param step the time from one to the next
 * @param one one of them
 */
record ScrapeSteps(Duration step, Instant one) {

  private static final Duration LONGEST = Duration.ofMillis(2500);
  private static final Pattern VERSION = Pattern.compile("(\\d{1,4})\\.(\\d{1,4})");

  static ScrapeSteps of(RunSpec run, ScrapeSpec scraping) {
    long millis =
        run.units().stream()
            .mapToLong(unit -> unit.interval().toMillis())
            .reduce(scraping.config().commonDivisor().toMillis(), ScrapeSteps::commonDivisor);
    return new ScrapeSteps(partOf(millis), run.start().minus(Scraping.BEFORE_EVALUATION));
  }

  /** The largest divisor of a time that is not longer than a step may be. */
  static Duration partOf(long millis) {
    long parts = (millis + LONGEST.toMillis() - 1) / LONGEST.toMillis();
    while (millis % parts != 0) {
      parts++;
    }
    return Duration.ofMillis(millis / parts);
  }

  private static long commonDivisor(long a, long b) {
    return BigInteger.valueOf(a).gcd(BigInteger.valueOf(b)).longValueExact();
  }

  /**
   * Whether a version's discovery managers wake every 50 to 150 ms at random, as they do from 3.12
   * on ({@code sender} in {@code discovery/manager.go}).
   */
  static boolean isRestless(String version) {
    Matcher matcher = VERSION.matcher(version);
    if (!matcher.lookingAt()) {
      return false;
    }
    int major = Integer.parseInt(matcher.group(1));
    return major > 3 || (major == 3 && Integer.parseInt(matcher.group(2)) >= 12);
  }

  /** The last step that is not after an instant. */
  Instant lastUpTo(Instant instant) {
    long since = Duration.between(one, instant).toNanos();
    return instant.minusNanos(Math.floorMod(since, step.toNanos()));
  }
}
