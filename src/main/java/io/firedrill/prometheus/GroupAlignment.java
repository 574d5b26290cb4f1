package io.firedrill.prometheus;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Chooses a rule file's path so that Prometheus evaluates its group at exactly start + k *
 * interval, to the millisecond, for every k. Prometheus spreads groups over their interval by a
 * hash of file and name ({@code EvalTimestamp} in its {@code rules/group.go}); a salt in the path
 * moves a group where it is wanted. All instants and durations are virtual time, in whole
 * milliseconds.
 */
public final class GroupAlignment {

  // A search costs about 10 ns a millisecond of the interval, and tests ask for the same again.
  private static final Map<Wanted, String> FOUND = new ConcurrentHashMap<>();

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
   * @param fileName the last part of the path, such as {@code 0.yml}
   * @param group the group's name; a file holds one group
   * @param interval the group's interval
   * @param slot the part of the millisecond in which the group is evaluated. Prometheus cuts an
   *     evaluation's timestamp to the millisecond, so that no part of it is late
   * @return {@code rules/SALT/FILENAME}
   * @throws IllegalArgumentException if the interval is not of whole milliseconds, or is so long
   *     (many days) that no salt fits
   */
  public String path(String fileName, String group, Duration interval, Slot slot) {
    Milliseconds.require(interval);
    long phase = Math.floorMod(EpochNanos.of(start), interval.toNanos());
    Wanted wanted = new Wanted(hash, fileName, group, interval, phase, slot);
    return FOUND.computeIfAbsent(wanted, this::search);
  }

  private String search(Wanted wanted) {
    SaltSearch search = new SaltSearch(hash.groupBytes(path(wanted, 0), wanted.group()));
    OptionalLong salt =
        search.find(
            wanted.interval().toNanos(),
            wanted.phaseNanos() + wanted.slot().fromNanos(),
            wanted.slot().toNanos() - wanted.slot().fromNanos());
    if (salt.isEmpty()) {
      throw new IllegalArgumentException(
          "no path places group " + wanted.group() + " with interval " + wanted.interval());
    }
    return path(wanted, salt.getAsLong());
  }

  private String path(Wanted wanted, long salt) {
    return "rules/" + hash.saltPrefix() + SaltSearch.text(salt) + "/" + wanted.fileName();
  }

  private record Wanted(
      LabelHash hash,
      String fileName,
      String group,
      Duration interval,
      long phaseNanos,
      Slot slot) {}
}
