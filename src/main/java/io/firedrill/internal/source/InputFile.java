package io.firedrill.internal.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Opens files that a user names. Pipes and devices are refused: reading them may never end. */
public final class InputFile {

  private InputFile() {}

  /**
   * Opens a file.
   *
   * @throws IOException if that fails, or if it is not a regular file; {@link #reason} returns the
   *     reason
   */
  public static InputStream open(Path file) throws IOException {
    Optional<String> other = otherThanFile(file);
    if (other.isPresent()) {
      throw new FileSystemException(file.toString(), null, "it is " + other.get());
    }
    return Files.newInputStream(file);
  }

  /**
   * What the path is if not a regular file; empty for a regular file, or if nothing exists there.
   */
  public static Optional<String> otherThanFile(Path path) {
    if (Files.isRegularFile(path) || !Files.exists(path)) {
      return Optional.empty();
    }
    return Optional.of(Files.isDirectory(path) ? "a directory" : "a pipe, a socket or a device");
  }

  /** Why a file cannot be read, for a message that names the file. */
  public static String reason(IOException e) {
    if (e instanceof NoSuchFileException) {
      return "it does not exist";
    }
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    return e instanceof FileSystemException file && file.getReason() != null
        ? file.getReason()
        : String.valueOf(e.getMessage());
  }
}
