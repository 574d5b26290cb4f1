package io.firedrill.capture;

/** A request that is not what its integration sends. */
final class UndecodableException extends RuntimeException {
  UndecodableException(String message, Throwable cause) {
    super(message, cause);
  }
}
