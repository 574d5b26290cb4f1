package io.firedrill.internal.prometheus;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Chooses a rule file's path so that Prometheus evaluates its group at exactly start + k *
 * interval, to the millisecond, for every k. Prometheus spreads groups over their interval by a
 * hash of file and name ({@code EvalTimestamp} in its {@code rules/group.go}); a salt in the path
 * moves a group where it is wanted, whatever its interval. All instants and durations are virtual
 * time, in whole milliseconds.
 */
public final class GroupAlignment {

  /** A path with room for a number of at least so many digits, if no salt fits after another. */
  private static final int DIGITS = 6;

  private static final int NUMBERS = 1_000_000;

  private final LabelHash hash;
  private final Instant start;

  private GroupAlignment(LabelHash hash, Instant start) {
    this.hash = hash;
    this.start = start;
  }

  /**
   * Aligns groups to a start.
   *
   * @param hash the variant that the server's build uses
   * @param start the virtual time of the first evaluation, in whole milliseconds
   */
  public static GroupAlignment to(LabelHash hash, Instant start) {
    Milliseconds.require(start);
    return new GroupAlignment(hash, start);
  }

  /**
   * The path for a group's rule file, relative to the configuration's directory. The server must
   * see the file under this very path: run it in that directory with {@code
   * --config.file=prometheus.yml}, and write the path in full under {@code rule_files}, where
   * Prometheus takes no wildcard for a directory.
   *
   * @param group the group's name, of at most twelve ASCII characters; a file holds one group
   * @param interval the group's interval
   * @param slot the part of the millisecond in which the group is evaluated. Prometheus cuts an
   *     evaluation's timestamp to the millisecond, so that no part of it is late
   * @return {@code rules/GROUP-NUMBER-SALT.yml}
   * @throws IllegalArgumentException if the interval is not of whole milliseconds
   */
  public String path(String group, Duration interval, Slot slot) {
    Milliseconds.require(interval);
    long from = Math.floorMod(EpochNanos.of(start), interval.toNanos()) + slot.fromNanos();
    long width = slot.toNanos() - slot.fromNanos();
    for (int number = 0; number < NUMBERS; number++) {
      String before = beforeSalt(group, number);
      byte[] template = hash.groupBytes(path(before, "x".repeat(SaltSolver.LENGTH)), group);
      Optional<String> salt =
          new SaltSolver(template, hash.pathAt() + before.length())
              .find(interval.toNanos(), from, width);
      if (salt.isPresent()) {
        return path(before, salt.get());
      }
    }
    throw new IllegalStateException("no path places group " + group + " every " + interval);
  }

  /** The part of the path that ends with a stripe of the hash. */
  private String beforeSalt(String group, int number) {
    String name = "rules/" + group + "-";
    int least = hash.pathAt() + name.length() + DIGITS + 1;
    int digits = DIGITS + Math.floorMod(-least, XxHash64.STRIPE);
    return name + ("%0" + digits + "d-").formatted(number);
  }

  private static String path(String before, String salt) {
    return before + salt + ".yml";
  }
}
