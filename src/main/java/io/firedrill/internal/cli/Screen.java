package io.firedrill.internal.cli;

import java.io.Console;
import java.util.Map;

/** What the output is written to. */
enum Screen {
  /** A terminal, on which a line can be overwritten. */
  TERMINAL,
  /** A file, a pipe, or a terminal without cursor control. */
  PLAIN;

  static Screen of(Map<String, String> environment) {
    String terminal = environment.getOrDefault("TERM", "dumb");
    Console console = System.console();
    boolean watched = console != null && isTerminal(console) && !terminal.equals("dumb");
    return watched ? TERMINAL : PLAIN;
  }

  /**
   * From Java 22 on there is always a console, which has a method that tells whether it is a
   * terminal.
   */
  private static boolean isTerminal(Console console) {
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException e) {
      return true;
    }
  }
}
