package io.firedrill.engine;

import io.firedrill.capture.CaptureSink;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An answer of the sink that is sent later, or not at all.
 *
 * @param id the sink's number for it
 * @param until its virtual time; empty = it is not sent
 * @param bytes the answer as a whole
 * @param dealtWith how many of the client's bytes it answers
 */
record HeldAnswer(long id, Optional<Instant> until, byte[] bytes, long dealtWith) {

  private static final Pattern HOLD =
      Pattern.compile(
          "\r\n" + CaptureSink.HOLD + ": (?:(\\d+) (\\S+)|" + CaptureSink.NEVER + ")\r\n");
  private static final int HEAD = 1024;

  /** The answer, where its header says that it is held back. */
  static Optional<HeldAnswer> of(byte[] answer, long dealtWith) {
    String head = new String(answer, 0, Math.min(answer.length, HEAD), StandardCharsets.ISO_8859_1);
    Matcher hold = HOLD.matcher(head);
    if (!hold.find()) {
      return Optional.empty();
    }
    return Optional.of(
        hold.group(1) == null
            ? new HeldAnswer(0, Optional.empty(), answer, dealtWith)
            : new HeldAnswer(
                Long.parseLong(hold.group(1)),
                Optional.of(Instant.parse(hold.group(2))),
                answer,
                dealtWith));
  }
}
