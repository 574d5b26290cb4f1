package io.firedrill.internal.clock;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The wall-clock time after which something counts as stuck: a limit for an idle machine, times the
 * number of runnable threads per processor. A process that gets a tenth of a processor has ten
 * times as long.
 *
 * @param limit the wall-clock limit on an idle machine
 */
public record Patience(Duration limit) {

  /** The default. */
  public static final Patience DEFAULT = new Patience(Duration.ofSeconds(30));

  private static final Path LOAD = Path.of("/proc/loadavg");

  public Patience {
    if (limit.isZero() || limit.isNegative()) {
      throw new IllegalArgumentException("a limit must be longer than zero: " + limit);
    }
  }

  /** The wall-clock limit under the current load. */
  public Duration now() {
    return times(load() / Runtime.getRuntime().availableProcessors());
  }

  /** The limit with this number of runnable threads per processor. */
  Duration times(double threads) {
    return Duration.ofMillis((long) (limit.toMillis() * Math.max(1, threads)));
  }

  /** Starts a wait. */
  public Waiting start() {
    return new Waiting(this, System.nanoTime());
  }

  /** {@code within 30 s}; mentions the load if it has extended the limit. */
  public String text() {
    Duration now = now();
    String within = "within " + seconds(now);
    return now.equals(limit) ? within : within + " (" + seconds(limit) + " on an idle machine)";
  }

  private static String seconds(Duration time) {
    return time.toMillis() % 1000 == 0 ? time.toSeconds() + " s" : time.toMillis() / 1000.0 + " s";
  }

  /**
   * The number of runnable threads: the average of the last minute or, if higher, the current one.
   */
  private static double load() {
    try {
      return load(Files.readString(LOAD));
    } catch (IOException | RuntimeException e) {
      return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }
  }

  /** Parses a line such as {@code 5.22 4.92 5.08 6/210 12681}. */
  static double load(String line) {
    String[] fields = line.split("[ /]");
    return Math.max(Double.parseDouble(fields[0]), Double.parseDouble(fields[3]));
  }

  /**
   * A wait that has begun.
   *
   * @param patience its limit
   * @param begin its start, by {@link System#nanoTime}
   */
  public record Waiting(Patience patience, long begin) {

    /** Whether the limit is exceeded. */
    public boolean isOver() {
      return System.nanoTime() - begin > patience.now().toNanos();
    }
  }
}
