package io.firedrill.internal.prometheus;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Chooses a rule file's path so that Prometheus evaluates its group at exactly start + k *
 * interval, to the millisecond, for every k. Prometheus spreads groups over their interval by a
 * hash of file and name ({@code EvalTimestamp} in its {@code rules/group.go}); a salt in the path
 * moves a group to the required time, for any interval. All instants and durations are virtual
 * time, in whole milliseconds.
 */
public final class GroupAlignment {

  /** The minimum number of digits in a path for which no salt was found without padding. */
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
   * @param hash the variant of the server's build
   * @param start the virtual time of the first evaluation, in whole milliseconds
   */
  public static GroupAlignment to(LabelHash hash, Instant start) {
    Milliseconds.require(start);
    return new GroupAlignment(hash, start);
  }

  /**
   * The path for a group's rule file, relative to the configuration's directory. The server must
   * read the file by exactly this path: run it in that directory with {@code
   * --config.file=prometheus.yml}, and list the whole path under {@code rule_files}, because
   * Prometheus does not expand wildcards in directories.
   *
   * @param group the group's name, at most twelve ASCII characters; each file has one group
   * @param interval the group's interval
   * @param slot the part of the millisecond in which the group is evaluated. Prometheus truncates
   *     the timestamp of an evaluation to milliseconds, so all slots have the same timestamp
   * @return {@code rules/GROUP-NUMBER-SALT.yml}
   * @throws IllegalArgumentException if the interval is not a whole number of milliseconds
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
    throw new IllegalStateException("no path aligns group " + group + " every " + interval);
  }

  /** The part of the path before the salt, which ends at a stripe of the hash. */
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
