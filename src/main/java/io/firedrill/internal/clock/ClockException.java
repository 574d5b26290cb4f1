package io.firedrill.internal.clock;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.firedrill.model.ServerFailure;

/**
 * A command of the launcher failed: a program died or did not settle, a file could not be written,
 * or the launcher is gone.
 */
public final class ClockException extends ServerFailure {

  /** What went wrong, in the protocol's terms. */
  public enum Kind {
    /** A program ended unexpectedly. */
    DIED,
    /** Nothing settled within the wall-clock limit. */
    STUCK,
    /** The launcher has closed the connection. */
    GONE,
    /** Any other failure, described by the message. */
    REFUSED
  }

  private final Kind kind;
  private final String log;

  ClockException(Kind kind, String message, String log) {
    super(message);
    this.kind = kind;
    this.log = log;
  }

  static ClockException from(Frame error) {
    Kind kind =
        switch (error.word(1)) {
          case "died" -> Kind.DIED;
          case "stuck" -> Kind.STUCK;
          default -> Kind.REFUSED;
        };
    return new ClockException(kind, error.word(2), new String(error.payload(), UTF_8));
  }

  /** What went wrong. */
  public Kind kind() {
    return kind;
  }

  /** The last lines of the program's log, or the empty string. */
  @Override
  public String log() {
    return log;
  }
}
