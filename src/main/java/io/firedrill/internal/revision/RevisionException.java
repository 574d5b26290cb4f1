package io.firedrill.internal.revision;

/** There is no such version; the message says what was looked for, and what may help. */
public final class RevisionException extends RuntimeException {

  RevisionException(String message) {
    super(message);
  }
}
