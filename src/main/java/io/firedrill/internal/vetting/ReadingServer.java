package io.firedrill.internal.vetting;

import java.util.Map;

/** A running server that reads a configuration on request. */
@FunctionalInterface
public interface ReadingServer {

  /**
   * Lets the server read a configuration in the place of its own, which it keeps if it refuses the
   * other one.
   *
   * @param text the configuration
   * @param files what it refers to, by path relative to the configuration's directory
   * @return why the server refuses it, or the empty string where it has loaded it
   */
  String read(String text, Map<String, String> files);
}
