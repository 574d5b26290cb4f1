package io.firedrill.internal.receiver;

/** A request could not be decoded, because its integration does not send such requests. */
public final class UndecodableException extends RuntimeException {
  UndecodableException(String message, Throwable cause) {
    super(message, cause);
  }
}
