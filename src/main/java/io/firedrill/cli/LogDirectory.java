package io.firedrill.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where servers' logs go that nobody named a directory for. */
final class LogDirectory {

  private LogDirectory() {}

  /** A name that nobody has; the directory is made when a test fails. */
  static Path temporary() {
    try {
      Path directory = Files.createTempDirectory("firedrill-logs-");
      Files.delete(directory);
      return directory;
    } catch (IOException e) {
      throw new UnusableException("no temporary directory for logs: " + e);
    }
  }
}
