package io.firedrill.model;

/**
 * A server, or the launcher under which it runs, did not do what it was asked for: it died, never
 * settled, refused a request or gave no answer.
 */
public abstract class ServerFailure extends RuntimeException {

  protected ServerFailure(String message) {
    super(message);
  }

  protected ServerFailure(String message, Throwable cause) {
    super(message, cause);
  }

  /** The end of the log of the server concerned, or the empty string. */
  public String log() {
    return "";
  }
}
