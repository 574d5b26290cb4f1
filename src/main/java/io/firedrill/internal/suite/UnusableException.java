package io.firedrill.internal.suite;

import io.firedrill.internal.source.InputException;
import io.firedrill.internal.text.Printable;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The user's request cannot be carried out. The message says why, without a position in a file. */
public final class UnusableException extends RuntimeException {

  /** The start of the optional second line of a message. */
  public static final String HINT = "\n  hint: ";

  /** Creates an exception with a message of one line, optionally followed by a hint. */
  public UnusableException(String message) {
    super(
        Arrays.stream(message.split(HINT)).map(Printable::line).collect(Collectors.joining(HINT)));
  }

  private UnusableException(InputException cause, String message) {
    super("\n" + message, cause);
  }

  /** Wraps the error about files that cannot be used. */
  public static UnusableException of(InputException cause, String message) {
    return new UnusableException(cause, message);
  }
}
