package io.firedrill.internal.cli;

import io.firedrill.internal.suite.Outcome;

/** The exit statuses. If several apply, the program exits with the highest. */
final class ExitStatus {

  /** Every test passed, and there were no findings. */
  static final int PASSED = 0;

  /** A test failed, or there were findings. */
  static final int FAILED = 1;

  /** Bad input: arguments, or files. */
  static final int BAD_INPUT = 2;

  /** No usable servers, and no container engine. */
  static final int NO_SERVERS = 3;

  /** A bug in Firedrill; {@code EX_SOFTWARE} in sysexits(3). */
  static final int BUG = 70;

  /**
   * An output could not be written: a full disk, or a closed pipe; {@code EX_IOERR} in sysexits(3).
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
