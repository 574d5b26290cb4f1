package io.firedrill.internal.prometheus;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How a Prometheus build hashes labels. A rule group's hash, of its file and name, decides when
 * within its interval the group is evaluated. Rule taken from Prometheus's {@code rules/group.go}
 * and {@code model/labels}: 64-bit XXH64 over the labels in order of name.
 */
public enum LabelHash {
  /** Each name and value is followed by the byte 0xff: builds without {@code stringlabels}. */
  SEPARATED(5) {
    @Override
    void append(ByteArrayOutputStream bytes, byte[] text) {
      bytes.writeBytes(text);
      bytes.write(0xff);
    }
  },

  /** Each name and value is preceded by its length: builds with {@code stringlabels}. */
  LENGTH_PREFIXED(6) {
    @Override
    void append(ByteArrayOutputStream bytes, byte[] text) {
      appendLength(bytes, text.length);
      bytes.writeBytes(text);
    }

    @Override
    void requirePlaceable(byte[] text) {
      if (text.length > 127) {
        throw new IllegalArgumentException("too long to be placed: " + text.length + " bytes");
      }
    }
  };

  private final int pathAt;

  LabelHash(int pathAt) {
    this.pathAt = pathAt;
  }

  abstract void append(ByteArrayOutputStream bytes, byte[] text);

  /**
   * Refuses what not every version hashes alike: those before Prometheus 3.3 write lengths from 128
   * on otherwise than later ones.
   */
  void requirePlaceable(byte[] text) {
    // As a rule, all do.
  }

  /** As Prometheus writes lengths from 3.3 on. */
  private static void appendLength(ByteArrayOutputStream bytes, int length) {
    if (length < 0xff) {
      bytes.write(length);
      return;
    }
    bytes.write(0xff);
    bytes.write(length);
    bytes.write(length >> 8);
    bytes.write(length >> 16);
  }

  /** Where the file's path begins in the bytes that are hashed. */
  int pathAt() {
    return pathAt;
  }

  /** The bytes that are hashed for a group. */
  byte[] groupBytes(String file, String group) {
    List<String> labels = List.of("file", file, "name", group);
    labels.forEach(text -> requirePlaceable(text.getBytes(StandardCharsets.UTF_8)));
    return bytes(labels);
  }

  /**
   * The bytes that are hashed for labels; for long ones, as Prometheus hashes from 3.3 on.
   *
   * @param namesAndValues name, value, name, value and so on, in order of name
   */
  byte[] bytes(List<String> namesAndValues) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    namesAndValues.forEach(text -> append(bytes, text.getBytes(StandardCharsets.UTF_8)));
    return bytes.toByteArray();
  }

  /**
   * How long after each multiple of its interval, counted from 1970, a group is evaluated.
   *
   * @param file the rule file's path as {@code /api/v1/rules} shows it
   * @param group the group's name
   * @param interval the group's interval, virtual time
   * @return from zero up to, not including, the interval; exact to the nanosecond
   */
  public Duration evaluationOffset(String file, String group, Duration interval) {
    long hash = XxHash64.hash(groupBytes(file, group));
    return Duration.ofNanos(Long.remainderUnsigned(hash, interval.toNanos()));
  }

  /**
   * The variant that a server uses, told from when it evaluated a group.
   *
   * @param file the rule file's path as {@code /api/v1/rules} shows it
   * @param group the group's name
   * @param interval the group's interval
   * @param evaluation an evaluation's timestamp or, up to a tenth of the interval later, the clock
   *     when it ran
   * @return empty where both variants fit or neither does: another name of the group or the file
   *     will tell
   */
  public static Optional<LabelHash> observed(
      String file, String group, Duration interval, Instant evaluation) {
    List<LabelHash> fitting =
        Arrays.stream(values())
            .filter(h -> h.lateness(file, group, interval, evaluation) < interval.toNanos() / 10)
            .toList();
    return fitting.size() == 1 ? Optional.of(fitting.get(0)) : Optional.empty();
  }

  private long lateness(String file, String group, Duration interval, Instant evaluation) {
    // An evaluation's timestamp is cut to the millisecond, so the offset has to be, too.
    long offset = evaluationOffset(file, group, interval).toMillis() * 1_000_000;
    return Math.floorMod(EpochNanos.of(evaluation) - offset, interval.toNanos());
  }
}
