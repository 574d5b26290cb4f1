package io.firedrill.model;

/**
 * A server, or its launcher, failed: it died, did not settle, rejected a request or did not answer.
 */
public abstract class ServerFailure extends RuntimeException {

  protected ServerFailure(String message) {
    super(message);
  }

  protected ServerFailure(String message, Throwable cause) {
    super(message, cause);
  }

  /** The end of the server's log, or the empty string. */
  public String log() {
    return "";
  }
}
