package io.firedrill.internal.rig.process;

/** There are no usable servers. The message says why, and what can be done. */
public final class ServersNotFoundException extends RuntimeException {

  ServersNotFoundException(String message) {
    super(message);
  }

  ServersNotFoundException(String message, Throwable cause) {
    super(message, cause);
  }
}
