package io.firedrill.junit;

import java.nio.file.Path;

/**
 * Says where a failed test has kept what happened. It is added to the failure as a suppressed
 * exception: so the failure keeps its type and its message, which IDEs compare and link.
 */
final class KeptOutput extends RuntimeException {

  KeptOutput(Path directory) {
    super("the timeline and the servers' logs are in " + directory, null, false, false);
  }

  /** One line is enough: it was not thrown anywhere. */
  @Override
  public String toString() {
    return getMessage();
  }
}
