package io.firedrill.internal.clock;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * How long something may take by the wall clock before it is taken for stopped: a limit for a quiet
 * machine, times the number of threads that want each processor. So what gets a tenth of a
 * processor has ten times as long.
 *
 * @param limit the limit on a quiet machine, wall-clock time
 */
public record Patience(Duration limit) {

  /** What holds where nobody says otherwise. */
  public static final Patience DEFAULT = new Patience(Duration.ofSeconds(30));

  private static final Path LOAD = Path.of("/proc/loadavg");

  public Patience {
    if (limit.isZero() || limit.isNegative()) {
      throw new IllegalArgumentException("a limit must be longer than zero: " + limit);
    }
  }

  /** The limit under the load that there is now, wall-clock time. */
  public Duration now() {
    return times(load() / Runtime.getRuntime().availableProcessors());
  }

  /** The limit where so many threads want each processor. */
  Duration times(double threads) {
    return Duration.ofMillis((long) (limit.toMillis() * Math.max(1, threads)));
  }

  /** Starts to wait. */
  public Waiting start() {
    return new Waiting(this, System.nanoTime());
  }

  /** {@code within 30 s}, and the load if it has made the limit longer. */
  public String text() {
    Duration now = now();
    String within = "within " + seconds(now);
    return now.equals(limit)
        ? within
        : within + ", which is the limit of " + seconds(limit) + " under the machine's load";
  }

  private static String seconds(Duration time) {
    return time.toMillis() % 1000 == 0 ? time.toSeconds() + " s" : time.toMillis() / 1000.0 + " s";
  }

  /** The threads that run or want to: in the last minute on average or, if more, right now. */
  private static double load() {
    try {
      return load(Files.readString(LOAD));
    } catch (IOException | RuntimeException e) {
      return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }
  }

  /** Of a line such as {@code 5.22 4.92 5.08 6/210 12681}. */
  static double load(String line) {
    String[] fields = line.split("[ /]");
    return Math.max(Double.parseDouble(fields[0]), Double.parseDouble(fields[3]));
  }

  /**
   * A wait that has begun.
   *
   * @param patience how long it may last
   * @param begin when it began, as {@link System#nanoTime} has it
   */
  public record Waiting(Patience patience, long begin) {

    /** Whether it has lasted too long. */
    public boolean isOver() {
      return System.nanoTime() - begin > patience.now().toNanos();
    }
  }
}
