package io.firedrill.internal.alertmanager;

import io.firedrill.model.Labels;
import java.nio.charset.StandardCharsets;

/**
 * Alertmanager's short name for an alert's labels: a hash by FNV-1a of 64 bits, as in {@code
 * LabelSet.Fingerprint} of Prometheus's {@code common/model}.
 */
final class Fingerprint {

  private static final long OFFSET = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;
  private static final byte SEPARATOR = (byte) 0xff;

  private Fingerprint() {}

  /** As 16 hexadecimal digits. */
  static String of(Labels labels) {
    long hash = OFFSET;
    for (var label : labels.asMap().entrySet()) {
      hash = separated(hash, label.getKey());
      hash = separated(hash, label.getValue());
    }
    return "%016x".formatted(hash);
  }

  private static long separated(long begin, String text) {
    long hash = begin;
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      hash = add(hash, b);
    }
    return add(hash, SEPARATOR);
  }

  private static long add(long hash, byte b) {
    return (hash ^ (b & 0xff)) * PRIME;
  }
}
