package io.firedrill.internal.clock;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.firedrill.model.ServerFailure;

/**
 * The launcher could not do what it was asked for: a program died or never settled, a file could
 * not be written, the launcher itself is gone.
 */
public final class ClockException extends ServerFailure {

  /** What went wrong, in the protocol's terms. */
  public enum Kind {
    /** A program ended though nobody asked it to. */
    DIED,
    /** Nothing settled within the wall-clock limit. */
    STUCK,
    /** The launcher has hung up. */
    GONE,
    /** Anything else: the message says it. */
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

  /** The end of the log of the program concerned, or the empty string. */
  @Override
  public String log() {
    return log;
  }
}
