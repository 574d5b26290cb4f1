package io.firedrill.internal.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How far the author of a user's files is trusted: fully, or with files below some directories, no
 * programs and no network.
 */
public final class Trust {

  /** Whatever the files name is read, run and asked. */
  public static final Trust FULL = new Trust(List.of());

  private final List<Path> roots;

  private Trust(List<Path> roots) {
    this.roots = List.copyOf(roots);
  }

  /** For files of strangers: what they name lies below one of these directories. */
  public static Trust below(Path... directories) {
    return new Trust(Stream.of(directories).map(Trust::real).toList());
  }

  /** Whether programs and addresses may be named. */
  public boolean isFull() {
    return roots.isEmpty();
  }

  /** Why a file may not be read, written or looked for; links in its path are followed. */
  public Optional<String> refusal(Path path) {
    Path real = real(path);
    return isFull() || roots.stream().anyMatch(real::startsWith)
        ? Optional.empty()
        : Optional.of(refusal("a file outside of the working directory"));
  }

  /** What an untrusted file says that it may not. */
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

  /** Where a path really leads, as far as it exists. */
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
