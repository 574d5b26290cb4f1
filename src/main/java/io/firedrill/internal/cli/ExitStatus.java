package io.firedrill.internal.cli;

import io.firedrill.internal.suite.Outcome;

/** What the program's exit status means. Where several fit, the highest is given. */
final class ExitStatus {

  /** Every test passed, nothing was found. */
  static final int PASSED = 0;

  /** At least one test failed, or a check found something. */
  static final int FAILED = 1;

  /** Bad input: arguments, or files. */
  static final int BAD_INPUT = 2;

  /** There are no servers to be had, and no container engine. */
  static final int NO_SERVERS = 3;

  /** A mistake of Firedrill's own; the number is that of {@code EX_SOFTWARE} in sysexits(3). */
  static final int BUG = 70;

  /**
   * An output could not be written: a full disk, or a pipe that nobody reads. The number is that of
   * {@code EX_IOERR} in sysexits(3).
   */
  static final int OUTPUT = 74;

  private ExitStatus() {}

  static int of(Outcome outcome) {
    return switch (outcome.ending()) {
      case RUN -> outcome.result().passed() ? PASSED : FAILED;
      case REFUSED -> BAD_INPUT;
      case NO_SERVERS -> NO_SERVERS;
      case BUG -> BUG;
    };
  }
}
