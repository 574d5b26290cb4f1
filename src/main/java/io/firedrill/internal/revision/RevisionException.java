package io.firedrill.internal.revision;

/** A version of the files cannot be found or read. The message is for the user. */
public final class RevisionException extends RuntimeException {

  RevisionException(String message) {
    super(message);
  }
}
