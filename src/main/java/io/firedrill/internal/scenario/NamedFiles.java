package io.firedrill.internal.scenario;

import io.firedrill.internal.source.GoGlob;
import io.firedrill.internal.source.InputFile;
import io.firedrill.internal.source.Suggestions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The files that match a name or a pattern, as in {@code rule_files}: {@code *}, {@code ?} and
 * {@code [a-z]} within one path element.
 */
public final class NamedFiles {

  /** How many files of a directory are considered for a suggestion. */
  private static final int LOOKED_AT = 1000;

  private NamedFiles() {}

  /** A name that matches no file. */
  public static final class NotFoundException extends RuntimeException {

    private final transient Optional<String> hint;

    NotFoundException(String message, Optional<String> hint) {
      super(message);
      this.hint = hint;
    }

    /** The hint: {@code did you mean "x"?}. */
    public Optional<String> hint() {
      return hint;
    }
  }

  /**
   * The files, sorted within each directory; at least one.
   *
   * @param path the name or pattern
   * @param written the same as the user wrote it, for a suggestion
   * @throws NotFoundException if there are none, or one is not a regular file
   */
  public static List<Path> at(Path path, String written) {
    List<Path> found = matching(path);
    if (found.isEmpty()) {
      String what = GoGlob.isPattern(written) ? "no file matches \"" : "there is no file \"";
      throw new NotFoundException(what + path + "\"", nearest(path, written));
    }
    for (Path file : found) {
      Optional<String> other = InputFile.otherThanFile(file);
      if (other.isPresent()) {
        throw new NotFoundException("\"" + file + "\" is " + other.get(), Optional.empty());
      }
    }
    return found;
  }

  /** The files and directories that match; may be none. */
  static List<Path> matching(Path path) {
    try {
      return GoGlob.expand(path);
    } catch (GoGlob.BadPatternException e) {
      throw new NotFoundException(e.getMessage(), Optional.empty());
    }
  }

  /** Suggests a file in the same directory, in the form in which the path is written. */
  static Optional<String> nearest(Path missing, String written) {
    Path directory = Optional.ofNullable(missing.getParent()).orElse(Path.of(""));
    if (missing.getFileName() == null) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.list(directory)) {
      List<String> names = files.limit(LOOKED_AT).map(f -> f.getFileName().toString()).toList();
      int end = written.lastIndexOf('/') + 1;
      return Suggestions.nearest(missing.getFileName().toString(), names)
          .map(name -> "did you mean \"" + written.substring(0, end) + name + "\"?");
    } catch (NoSuchFileException | NotDirectoryException e) {
      return Optional.of("there is no directory \"" + directory + "\" either");
    } catch (IOException | UncheckedIOException e) {
      return Optional.empty();
    }
  }
}
