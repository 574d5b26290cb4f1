package io.firedrill.cli;

/** What the user asked for cannot be done; the message says why, without a position in a file. */
final class UnusableException extends RuntimeException {

  UnusableException(String message) {
    super(message);
  }
}
