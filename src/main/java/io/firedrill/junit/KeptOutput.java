package io.firedrill.junit;

import java.nio.file.Path;

/**
 * Names the directory with the results of a failed test. It is a suppressed exception of the
 * failure, so that the failure keeps its type and message, which IDEs compare and link.
 */
final class KeptOutput extends RuntimeException {

  KeptOutput(Path directory) {
    super("the timeline and the servers' logs are in " + directory, null, false, false);
  }

  /** One line without a stack trace, because it was not thrown. */
  @Override
  public String toString() {
    return getMessage();
  }
}
