package io.firedrill.internal.cli;

import io.firedrill.internal.files.TemporaryFiles;
import io.firedrill.internal.run.LogPlace;
import io.firedrill.internal.suite.UnusableException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The directory for servers' logs: the given one, or a temporary one. */
final class LogDirectory implements LogPlace {

  private final Optional<Path> named;
  private final Set<String> losses = new LinkedHashSet<>();
  private Path directory;

  private LogDirectory(Optional<Path> named) {
    this.named = named;
  }

  /** A new temporary directory, made when a test fails. */
  static LogDirectory temporary() {
    return new LogDirectory(Optional.empty());
  }

  /**
   * The given directory, or else a temporary one; made when a test fails.
   *
   * @throws UnusableException if it could not be made; checked early so that this does not hide why
   *     a test failed
   */
  static LogDirectory of(Optional<Path> named) {
    named.ifPresent(LogDirectory::requireUsable);
    return new LogDirectory(named);
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

  @Override
  public synchronized Path directory() throws IOException {
    if (directory == null) {
      directory = named.isPresent() ? named.get() : TemporaryFiles.directory("firedrill-logs-");
    }
    return directory;
  }

  @Override
  public synchronized void lost(String message) {
    losses.add(message);
  }

  /** On a full disk there may be directories without files. */
  private static boolean holdsAnything(Path directory) {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.anyMatch(Files::isRegularFile);
    } catch (IOException | UncheckedIOException e) {
      return false;
    }
  }

  /** Prints which logs were kept where, and which were lost. */
  synchronized void show(PrintWriter out, PrintWriter err) {
    if (directory != null && holdsAnything(directory)) {
      out.println("the servers' logs of failed tests are in " + directory);
    }
    losses.forEach(loss -> err.println("firedrill: " + loss));
    err.flush();
  }
}
