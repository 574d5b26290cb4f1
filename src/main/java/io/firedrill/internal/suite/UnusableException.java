package io.firedrill.internal.suite;

import io.firedrill.internal.source.InputException;
import io.firedrill.internal.text.Printable;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What the user asked for cannot be done; the message says why, without a position in a file. */
public final class UnusableException extends RuntimeException {

  /** What begins the only other line that a message may have. */
  public static final String HINT = "\n  hint: ";

  /** The message is one line, and perhaps a hint below it. */
  public UnusableException(String message) {
    super(
        Arrays.stream(message.split(HINT)).map(Printable::line).collect(Collectors.joining(HINT)));
  }

  private UnusableException(InputException cause, String message) {
    super("\n" + message, cause);
  }

  /** Files cannot be used, of which this is the message. */
  public static UnusableException of(InputException cause, String message) {
    return new UnusableException(cause, message);
  }
}
