package io.firedrill.cli;

/** What the program's exit status means. */
final class ExitStatus {

  /** Every test passed. */
  static final int PASSED = 0;

  /** At least one test failed. */
  static final int FAILED = 1;

  /** Bad input: arguments, or files. */
  static final int BAD_INPUT = 2;

  /** There are no servers to be had, and no container engine. */
  static final int NO_SERVERS = 3;

  private ExitStatus() {}
}
