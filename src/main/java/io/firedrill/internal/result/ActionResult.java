package io.firedrill.internal.result;

import io.firedrill.model.TimelineEvent.Acted;
import java.time.Instant;

/**
 * An action of the test during the run.
 *
 * @param time its virtual time, rounded down to seconds
 * @param offsetSeconds the same, relative to the start
 * @param kind the scenario file's key: {@code silence}, {@code stop}
 * @param text a human-readable description
 */
public record ActionResult(Instant time, double offsetSeconds, String kind, String text) {

  static ActionResult of(Acted action, Offsets offsets) {
    Instant time = offsets.cut(action.time());
    return new ActionResult(time, offsets.of(time), action.kind(), action.text());
  }
}
