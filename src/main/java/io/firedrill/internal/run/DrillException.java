package io.firedrill.internal.run;

import io.firedrill.model.ServerFailure;

/** A drill was aborted: a server died, or the servers did not settle. */
public final class DrillException extends ServerFailure {

  private final String log;

  public DrillException(String message, String log) {
    super(message);
    this.log = log;
  }

  public DrillException(String message, String log, Throwable cause) {
    super(message, cause);
    this.log = log;
  }

  /** The end of the server's log, or the empty string. */
  @Override
  public String log() {
    return log;
  }
}
