package io.firedrill.internal.rig.process;

/** There are no usable servers; the message says why, and what to do. */
public final class ServersNotFoundException extends RuntimeException {

  ServersNotFoundException(String message) {
    super(message);
  }

  ServersNotFoundException(String message, Throwable cause) {
    super(message, cause);
  }
}
