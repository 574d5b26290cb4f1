package io.firedrill.internal.target;

/** A target cannot be provided. The message is for the user. */
public final class TargetException extends RuntimeException {

  private static final long serialVersionUID = 1;

  TargetException(String message) {
    super(message);
  }

  TargetException(String message, Throwable cause) {
    super(message, cause);
  }
}
