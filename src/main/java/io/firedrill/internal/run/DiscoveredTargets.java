package io.firedrill.internal.run;

import io.firedrill.internal.relay.HttpAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Detects when service discovery may have changed the targets, which is when its answer differs
 * from the previous one. Thread-safe.
 */
final class DiscoveredTargets {

  private final Map<String, byte[]> answers = new HashMap<>();
  private final Duration spread;
  private Instant changed = Instant.MIN;

  /**
   * @param spread the time after the first server's request until the last server has requested and
   *     applied the targets
   */
  DiscoveredTargets(Duration spread) {
    this.spread = spread;
  }

  synchronized void answered(String path, HttpAnswer answer, Instant time) {
    if (answer instanceof HttpAnswer.Now now) {
      byte[] body = now.response().body();
      byte[] before = answers.put(path, body);
      if (!Arrays.equals(before, body)) {
        changed = time;
      }
    }
  }

  /** Whether servers may use other targets at an instant than before. */
  synchronized boolean mayHaveChanged(Instant time) {
    return !time.isAfter(changed.plus(spread));
  }
}
