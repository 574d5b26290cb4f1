package io.firedrill.cli;

import picocli.CommandLine;

/** The program {@code firedrill}. */
public final class Main {

  private Main() {}

  /** Runs a command and ends the JVM with its status; see {@link ExitStatus}. */
  public static void main(String[] args) {
    System.exit(run(args));
  }

  static int run(String... args) {
    CommandLine line = new CommandLine(new FiredrillCommand());
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExecutionExceptionHandler(new ErrorHandler());
    return line.execute(args);
  }
}
