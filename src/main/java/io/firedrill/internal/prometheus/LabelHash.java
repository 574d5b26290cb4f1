package io.firedrill.internal.prometheus;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How a Prometheus build hashes labels. The hash of a rule group's file and name decides when
 * within its interval the group is evaluated. See Prometheus's {@code rules/group.go} and {@code
 * model/labels}: XXH64 over the labels in order of name.
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
        throw new IllegalArgumentException("too long to be aligned: " + text.length + " bytes");
      }
    }
  };

  private final int pathAt;

  LabelHash(int pathAt) {
    this.pathAt = pathAt;
  }

  abstract void append(ByteArrayOutputStream bytes, byte[] text);

  /**
   * Refuses texts that not every version hashes in the same way: versions before Prometheus 3.3
   * encode lengths from 128 on differently.
   */
  void requirePlaceable(byte[] text) {
    // Usually, all texts are hashed in the same way.
  }

  /** Appends a length as Prometheus encodes it from 3.3 on. */
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

  /** The index of the file's path in the hashed bytes. */
  int pathAt() {
    return pathAt;
  }

  /** The hashed bytes of a group. */
  byte[] groupBytes(String file, String group) {
    List<String> labels = List.of("file", file, "name", group);
    labels.forEach(text -> requirePlaceable(text.getBytes(StandardCharsets.UTF_8)));
    return bytes(labels);
  }

  /**
   * The hashed bytes of labels; for long ones, as in Prometheus from 3.3 on.
   *
   * @param namesAndValues alternating names and values, in order of name
   */
  byte[] bytes(List<String> namesAndValues) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    namesAndValues.forEach(text -> append(bytes, text.getBytes(StandardCharsets.UTF_8)));
    return bytes.toByteArray();
  }

  /**
   * The time from each multiple of its interval since 1970 to a group's evaluation.
   *
   * @param file the rule file's path as {@code /api/v1/rules} shows it
   * @param group the group's name
   * @param interval the group's interval, virtual time
   * @return from zero to the interval, exclusive; exact to the nanosecond
   */
  public Duration evaluationOffset(String file, String group, Duration interval) {
    long hash = XxHash64.hash(groupBytes(file, group));
    return Duration.ofNanos(Long.remainderUnsigned(hash, interval.toNanos()));
  }

  /**
   * The variant of a server, determined by the time at which it evaluated a group.
   *
   * @param file the rule file's path as {@code /api/v1/rules} shows it
   * @param group the group's name
   * @param interval the group's interval
   * @param evaluation an evaluation's timestamp or, up to a tenth of the interval later, the clock
   *     when it ran
   * @return empty if both variants or none fit; try another name for the group or the file
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
    // Truncated to milliseconds, like an evaluation's timestamp.
    long offset = evaluationOffset(file, group, interval).toMillis() * 1_000_000;
    return Math.floorMod(EpochNanos.of(evaluation) - offset, interval.toNanos());
  }
}
