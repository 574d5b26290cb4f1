package io.firedrill.internal.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The trust in the author of files: full, or limited to files below some directories, without
 * programs and network.
 */
public final class Trust {

  /** The files may name any files, programs and addresses. */
  public static final Trust FULL = new Trust(List.of());

  private final List<Path> roots;

  private Trust(List<Path> roots) {
    this.roots = List.copyOf(roots);
  }

  /** For untrusted files: all files that they name must be below one of these directories. */
  public static Trust below(Path... directories) {
    return new Trust(Stream.of(directories).map(Trust::real).toList());
  }

  /** Whether programs and addresses may be named. */
  public boolean isFull() {
    return roots.isEmpty();
  }

  /**
   * Why a file may not be read, written or searched; empty if it may. Follows links in its path.
   */
  public Optional<String> refusal(Path path) {
    Path real = real(path);
    return isFull() || roots.stream().anyMatch(real::startsWith)
        ? Optional.empty()
        : Optional.of(refusal("a file outside of the working directory"));
  }

  /** The message about something that untrusted files may not contain. */
  public static String refusal(String what) {
    return "not allowed in untrusted files: " + what;
  }

  /**
   * Requires that a file may be read.
   *
   * @throws InputException if not
   */
  public void require(Path file) {
    refusal(file)
        .ifPresent(
            why -> {
              Position position = new Position(file, 1, 1);
              throw new InputException(
                  List.of(new Problem(Severity.ERROR, position, why, "", 1, Optional.empty())));
            });
  }

  /** The real path, as far as it exists. */
  private static Path real(Path path) {
    Path absolute = path.toAbsolutePath();
    try {
      return absolute.toRealPath();
    } catch (IOException e) {
      Path parent = absolute.getParent();
      return parent == null ? absolute : real(parent).resolve(absolute.getFileName()).normalize();
    }
  }
}
