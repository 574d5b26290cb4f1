package io.firedrill.internal.target;

/** A target that cannot stand where it should; the message is for people. */
public final class TargetException extends RuntimeException {

  private static final long serialVersionUID = 1;

  TargetException(String message) {
    super(message);
  }

  TargetException(String message, Throwable cause) {
    super(message, cause);
  }
}
