package io.firedrill.internal.result;

import io.firedrill.model.TimelineEvent.Warned;
import java.time.Instant;

/**
 * A server's warning about a configuration that it loaded.
 *
 * @param time when it loaded it, virtual time, cut to the second
 * @param offsetSeconds the same since the start
 * @param server the server: {@code alertmanager}
 * @param message the server's words
 */
public record ServerWarningResult(
    Instant time, double offsetSeconds, String server, String message) {

  static ServerWarningResult of(Warned warned, Offsets offsets) {
    Instant time = offsets.cut(warned.time());
    return new ServerWarningResult(time, offsets.of(time), warned.server(), warned.message());
  }
}
