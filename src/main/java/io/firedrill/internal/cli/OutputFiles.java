package io.firedrill.internal.cli;

import io.firedrill.internal.files.WholeFile;
import io.firedrill.internal.source.Trust;
import io.firedrill.internal.suite.UnusableException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the files that options name. If one cannot be written, the others are written
 * nevertheless.
 */
final class OutputFiles {

  private final List<String> failures = new ArrayList<>();

  /**
   * Checks that the file can be written, and removes the file of an earlier run. Call this before
   * any test runs.
   *
   * @throws UnusableException if it cannot be written, or an untrusted link leads out of the
   *     working directory
   */
  static void prepare(Path file, Trust trust) {
    Path here = Path.of("").toAbsolutePath();
    boolean isHere = file.toAbsolutePath().normalize().startsWith(here);
    if (isHere && trust.refusal(file).isPresent()) {
      throw new UnusableException(
          "cannot write " + file + ": a link leads outside of the working directory");
    }
    try {
      WholeFile.prepare(file);
    } catch (IOException e) {
      throw new UnusableException("cannot write " + file + ": " + WholeFile.reason(e));
    }
  }

  /** Writes a file, creating the directories above it. */
  void write(Path file, String text) {
    try {
      WholeFile.write(file, text);
    } catch (IOException e) {
      failures.add(OutputException.message(file.toString(), e));
    }
  }

  /**
   * Reports failed writes. Call this at the end.
   *
   * @throws OutputException if a file could not be written
   */
  void requireWritten() {
    if (!failures.isEmpty()) {
      throw new OutputException(String.join("; ", failures));
    }
  }
}
