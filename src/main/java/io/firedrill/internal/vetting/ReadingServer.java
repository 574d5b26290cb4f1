package io.firedrill.internal.vetting;

import java.util.Map;

/** A running server that reads a configuration on request. */
@FunctionalInterface
public interface ReadingServer {

  /**
   * Lets the server read a configuration that replaces its own. If it refuses the new one, it keeps
   * its own.
   *
   * @param text the configuration
   * @param files the files that it refers to, by path relative to the configuration's directory
   * @return why the server refuses it, or the empty string if it has loaded it
   */
  String read(String text, Map<String, String> files);
}
