package io.firedrill.internal.result;

import io.firedrill.model.TimelineEvent.Acted;
import java.time.Instant;

/**
 * What was done in mid-run, as the test asked for.
 *
 * @param time its virtual time, cut to the second
 * @param offsetSeconds the same since the start
 * @param kind the scenario file's key: {@code silence}, {@code stop}
 * @param text what was done, for people
 */
public record ActionResult(Instant time, double offsetSeconds, String kind, String text) {

  static ActionResult of(Acted action, Offsets offsets) {
    Instant time = offsets.cut(action.time());
    return new ActionResult(time, offsets.of(time), action.kind(), action.text());
  }
}
