package io.firedrill.internal.settings;

import io.firedrill.internal.source.Fields;
import io.firedrill.internal.source.InputException;
import io.firedrill.internal.source.Problems;
import io.firedrill.internal.source.Trust;
import io.firedrill.internal.source.YamlNode;
import io.firedrill.internal.source.YamlSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The settings file of a project: {@value #NAME} in the directory of a scenario file or, from there
 * upwards, in the nearest directory that has one. The search ends at the root of a Git repository.
 *
 * @param file the file; empty if there is none
 * @param flags the flags for all tests below the directory
 */
public record ProjectSettings(Optional<Path> file, ServerFlags flags) {

  /** The name of the file. */
  public static final String NAME = ".firedrill.yml";

  private static final ProjectSettings NONE =
      new ProjectSettings(Optional.empty(), ServerFlags.NONE);

  /**
   * The settings for files in a directory.
   *
   * @param trust whether the author of the files is trusted; a settings file outside of what an
   *     untrusted one may read is not searched for
   * @throws InputException if the settings file cannot be read or is invalid
   */
  public static ProjectSettings of(Path directory, Trust trust) {
    return find(directory, trust).map(file -> read(file, trust)).orElse(NONE);
  }

  /** Whether a file has the name of this or another settings file of Firedrill. */
  public static boolean isNamed(Path file) {
    return file.getFileName().toString().matches("\\.firedrill(-[a-z]+)?\\.ya?ml");
  }

  private static Optional<Path> find(Path directory, Trust trust) {
    Path shown = directory.normalize();
    for (Path at = shown.toAbsolutePath().normalize(); at != null; at = at.getParent()) {
      Path file = at.resolve(NAME);
      if (trust.refusal(file).isPresent()) {
        return Optional.empty();
      }
      if (Files.isRegularFile(file) && isOfSameOwner(file, shown)) {
        return Optional.of(
            shown.isAbsolute() ? file : Path.of("").toAbsolutePath().relativize(file));
      }
      if (Files.exists(at.resolve(".git"))) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** Above a directory in {@code /tmp} there may be files of other users. */
  private static boolean isOfSameOwner(Path file, Path directory) {
    try {
      return Files.getOwner(file).equals(Files.getOwner(directory.toAbsolutePath()));
    } catch (IOException e) {
      return false;
    }
  }

  private static ProjectSettings read(Path file, Trust trust) {
    YamlSource source = YamlSource.read(file);
    YamlNode root = source.documents().isEmpty() ? source.empty() : source.documents().get(0);
    Problems problems = new Problems(source);
    if (source.documents().size() > 1) {
      problems.error(source.documents().get(1), "a settings file has one document");
    }
    Optional<Fields> fields = Fields.of(root, "a settings file", FlagReader.KEYS, problems);
    ServerFlags flags =
        fields.map(f -> FlagReader.read(f, problems, trust)).orElse(ServerFlags.NONE);
    problems.throwIfErrors();
    return new ProjectSettings(Optional.of(file), flags);
  }
}
