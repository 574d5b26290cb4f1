package io.firedrill.internal.prometheus;

import io.firedrill.model.Labels;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The time within its interval at which Prometheus scrapes a target. See {@code scrape/target.go}
 * and {@code scrape/manager.go}: a 64-bit FNV-1a hash of the target's labels and URL, and one of
 * the server's host name and external labels, which spreads the scrapes of replicas.
 */
public final class ScrapePhase {

  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private final LabelHash hash;
  private final long seed;

  private ScrapePhase(LabelHash hash, long seed) {
    this.hash = hash;
    this.seed = seed;
  }

  /**
   * The phases of a server's targets.
   *
   * @param hash the server's hash of labels
   * @param hostName the name of its host
   * @param externalLabels its external labels
   */
  public static ScrapePhase of(LabelHash hash, String hostName, Labels externalLabels) {
    return new ScrapePhase(hash, fnv(hostName + text(externalLabels)));
  }

  /**
   * The time from each multiple of its interval since 1970 to a target's scrape.
   *
   * @param relabelled the labels after relabelling, including those with two underscores
   * @return from zero to the interval, exclusive; exact to the nanosecond
   */
  public Duration of(ScrapeLoop loop, Labels relabelled) {
    Labels labels = relabelled.filter(name -> !name.startsWith("__meta_"));
    if (labels.get("instance").orElse("").isEmpty()) {
      labels = labels.with("instance", labels.get("__address__").orElse(""));
    }
    // Go's %016d pads with zeros.
    String digits = Long.toUnsignedString(XxHash64.hash(bytes(labels)));
    long target = fnv("0".repeat(Math.max(0, 16 - digits.length())) + digits + loop.url());
    return Duration.ofNanos(Long.remainderUnsigned(target ^ seed, loop.interval().toNanos()));
  }

  private byte[] bytes(Labels labels) {
    return hash.bytes(
        labels.asMap().entrySet().stream()
            .flatMap(label -> Stream.of(label.getKey(), label.getValue()))
            .toList());
  }

  private static long fnv(String text) {
    long hash = FNV_OFFSET;
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ b & 0xff) * FNV_PRIME;
    }
    return hash;
  }

  /** Labels in Prometheus's notation, without treating a metric name specially. */
  private static String text(Labels labels) {
    StringBuilder text = new StringBuilder("{");
    for (Map.Entry<String, String> label : labels.asMap().entrySet()) {
      text.append(text.length() > 1 ? ", " : "")
          .append(
              label.getKey().matches("[a-zA-Z_][a-zA-Z0-9_]*")
                  ? label.getKey()
                  : quoted(label.getKey()))
          .append('=')
          .append(quoted(label.getValue()));
    }
    return text.append('}').toString();
  }

  /** Quotes like Go, except unprintable characters beyond ASCII. */
  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int escape = "\u0007\b\f\n\r\t\u000b\\\"".indexOf(c);
      if (escape >= 0) {
        quoted.append('\\').append("abfnrtv\\\"".charAt(escape));
      } else if (c < ' ' || c == 0x7f) {
        quoted.append("\\x%02x".formatted((int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
