package io.firedrill.internal.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Optional;
import java.util.UUID;

/**
 * Writes a file completely or not at all: writes a temporary file beside it, and renames that.
 * Pipes and devices such as {@code /dev/stdout} are written directly. Links are replaced, not
 * followed.
 */
public final class WholeFile {

  private WholeFile() {}

  /** Writes UTF-8 text, creating the directories above the file. */
  public static void write(Path file, String text) throws IOException {
    write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Writes bytes, creating the directories above the file. */
  public static void write(Path file, byte[] content) throws IOException {
    Optional<Path> target = target(file);
    if (target.isEmpty()) {
      Files.write(file, content, StandardOpenOption.WRITE);
      return;
    }
    Path part = part(target.get());
    try {
      fill(part, content);
      keepPermissions(target.get(), part);
      Files.move(part, target.get(), StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /**
   * Checks that a file can be written, and removes the file of an earlier run.
   *
   * @throws IOException if it cannot be written
   */
  public static void prepare(Path file) throws IOException {
    Optional<Path> target = target(file);
    if (target.isPresent()) {
      Path part = part(target.get());
      try {
        fill(part, new byte[0]);
      } finally {
        Files.deleteIfExists(part);
      }
      Files.deleteIfExists(target.get());
    }
  }

  /** Why something could not be written, in a few words. */
  public static String reason(IOException e) {
    if (e instanceof FileAlreadyExistsException exists) {
      return exists.getFile() + " is a file";
    }
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof NoSuchFileException missing) {
      return "there is no " + missing.getFile();
    }
    return e instanceof FileSystemException error && error.getReason() != null
        ? error.getReason()
        : String.valueOf(e.getMessage());
  }

  /** The path to write; empty if there is something other than a regular file. */
  private static Optional<Path> target(Path file) throws IOException {
    Path directory = file.toAbsolutePath().getParent();
    if (directory != null) {
      Files.createDirectories(directory);
    }
    if (Files.isDirectory(file)) {
      throw new FileSystemException(file.toString(), null, "it is a directory");
    }
    Path absolute = file.toAbsolutePath();
    boolean device = absolute.startsWith("/dev") || absolute.startsWith("/proc");
    boolean special = device || Files.exists(file) && !Files.isRegularFile(file);
    return special ? Optional.empty() : Optional.of(absolute);
  }

  private static Path part(Path target) {
    return target.resolveSibling(".firedrill-" + UUID.randomUUID() + ".part");
  }

  /** Creates the file, which fails for an existing link, with the default permissions. */
  private static void fill(Path part, byte[] content) throws IOException {
    try (WritableByteChannel channel =
        Files.newByteChannel(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      ByteBuffer rest = ByteBuffer.wrap(content);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
    }
  }

  private static void keepPermissions(Path before, Path part) throws IOException {
    PosixFileAttributeView view =
        Files.getFileAttributeView(before, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    if (view != null && Files.isRegularFile(before, LinkOption.NOFOLLOW_LINKS)) {
      Files.setPosixFilePermissions(part, view.readAttributes().permissions());
    }
  }
}
