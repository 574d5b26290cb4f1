package io.firedrill.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where servers' logs go. */
final class LogDirectory {

  private LogDirectory() {}

  /**
   * The directory that was named, or else a temporary one; made when a test fails.
   *
   * @throws UnusableException if it could not be made then, which must not hide why the test failed
   */
  static Path of(Optional<Path> named) {
    named.ifPresent(LogDirectory::requireUsable);
    return named.orElseGet(LogDirectory::temporary);
  }

  private static void requireUsable(Path directory) {
    Path there = directory.toAbsolutePath();
    while (!Files.exists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    if (!Files.isDirectory(there)) {
      throw new UnusableException("cannot keep logs in " + directory + ": " + there + " is a file");
    }
    if (!Files.isWritable(there)) {
      throw new UnusableException("cannot keep logs in " + directory + ": permission denied");
    }
  }

  /** A name that nobody has; the directory is made when a test fails. */
  private static Path temporary() {
    try {
      Path directory = Files.createTempDirectory("firedrill-logs-");
      Files.delete(directory);
      return directory;
    } catch (IOException e) {
      throw new UnusableException("no temporary directory for logs: " + e);
    }
  }
}
