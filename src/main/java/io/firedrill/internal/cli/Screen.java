package io.firedrill.internal.cli;

import java.io.Console;
import java.util.Map;

/** Where the output goes. */
enum Screen {
  /** A terminal on which a line can be written over. */
  TERMINAL,
  /** A file, a pipe, or a terminal that can do nothing. */
  PLAIN;

  static Screen of(Map<String, String> environment) {
    String terminal = environment.getOrDefault("TERM", "dumb");
    Console console = System.console();
    boolean watched = console != null && isTerminal(console) && !terminal.equals("dumb");
    return watched ? TERMINAL : PLAIN;
  }

  /** From Java 22 on there is always a console, and it says itself whether it is a terminal. */
  private static boolean isTerminal(Console console) {
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException e) {
      return true;
    }
  }
}
