package io.firedrill.internal.rig;

/** A rig could not be started; the message says why and what can be done. */
public final class RigException extends RuntimeException {

  public RigException(String message) {
    super(message);
  }

  public RigException(String message, Throwable cause) {
    super(message, cause);
  }
}
