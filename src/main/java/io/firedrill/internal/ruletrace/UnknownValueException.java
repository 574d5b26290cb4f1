package io.firedrill.internal.ruletrace;

/** Prometheus does not say what a part of an expression returned. */
final class UnknownValueException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnknownValueException(String message) {
    super(message);
  }
}
