package io.firedrill.engine;

/** A drill could not be carried to its end: a server died, or nothing settled. */
public final class DrillException extends RuntimeException {

  private final String log;

  DrillException(String message, String log) {
    super(message);
    this.log = log;
  }

  DrillException(String message, String log, Throwable cause) {
    super(message, cause);
    this.log = log;
  }

  /** The end of the log of the server concerned, or the empty string. */
  public String log() {
    return log;
  }
}
