package io.firedrill.internal.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Opens files that a user names. Pipes and devices are refused, because reading them may never end;
 * only standard input is read, as {@code /dev/stdin}.
 */
public final class InputFile {

  private InputFile() {}

  /**
   * Opens a file.
   *
   * @throws IOException if that fails, or if it is not a regular file; {@link #reason} returns the
   *     reason
   */
  public static InputStream open(Path file) throws IOException {
    if (StandardInput.isAt(file)) {
      return StandardInput.open();
    }
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
    if (Files.isRegularFile(path) || StandardInput.isAt(path) || !Files.exists(path)) {
      return Optional.empty();
    }
    return Optional.of(Files.isDirectory(path) ? "a directory" : "a pipe, a socket or a device");
  }

  /** Whether a path can be opened: a regular file, or standard input. */
  public static boolean isReadable(Path path) {
    return Files.isRegularFile(path) || StandardInput.isAt(path);
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
