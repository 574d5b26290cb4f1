package io.firedrill.internal.receiver;

/** A request that is not what its integration sends. */
public final class UndecodableException extends RuntimeException {
  UndecodableException(String message, Throwable cause) {
    super(message, cause);
  }
}
