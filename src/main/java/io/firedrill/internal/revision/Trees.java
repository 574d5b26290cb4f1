package io.firedrill.internal.revision;

import io.firedrill.internal.files.TemporaryFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Finds versions of the files of a repository. */
public final class Trees {

  private static final int SHORT = 7;

  private final Path directory;
  private final Git git;
  private final BiFunction<String, List<String>, Optional<String>> hints;

  /**
   * Creates a finder for a working directory.
   *
   * @param directory the working directory, absolute
   * @param hints makes a hint from a misspelt name and the existing names
   */
  public Trees(Path directory, BiFunction<String, List<String>, Optional<String>> hints) {
    this.directory = directory.toAbsolutePath().normalize();
    this.git = new Git(this.directory);
    this.hints = hints;
  }

  /** The current files. */
  public Tree workingTree() {
    return Tree.directory("the working tree", directory, whole(directory));
  }

  /**
   * The files of a revision, or those in a directory.
   *
   * @throws RevisionException if there is neither, or both
   */
  public Tree named(String name) {
    Optional<Path> path = directoryNamed(name);
    Optional<String> commit = git.commit(name);
    if (path.isPresent() && commit.isPresent()) {
      throw new RevisionException(
          "\"%1$s\" is a directory and a git revision: write ./%1$s, or the revision otherwise"
              .formatted(name));
    }
    if (path.isPresent()) {
      return path.get().equals(directory)
          ? workingTree()
          : Tree.directory(name, path.get(), whole(path.get()));
    }
    return commit.map(c -> export(name, c)).orElseThrow(() -> unknown(name));
  }

  private Optional<Path> directoryNamed(String name) {
    try {
      return Optional.of(directory.resolve(name).normalize()).filter(Files::isDirectory);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /**
   * The root of the directory's repository, whose other files belong to the same version; else the
   * directory.
   */
  private static Path whole(Path path) {
    return new Git(path).topLevel().orElse(path);
  }

  private Tree export(String name, String commit) {
    Path top = git.topLevel().orElseThrow(() -> unknown(name));
    try {
      Path whole = TemporaryFiles.directory("firedrill-").toRealPath();
      new Git(top).export(commit, whole);
      Path root = whole.resolve(top.toRealPath().relativize(directory.toRealPath())).normalize();
      String label =
          commit.startsWith(name) ? name : name + " (" + commit.substring(0, SHORT) + ")";
      return Tree.exported(label, name, root, whole);
    } catch (IOException e) {
      throw new RevisionException("the revision cannot be written to a directory: " + e);
    }
  }

  private RevisionException unknown(String name) {
    if (Files.isRegularFile(directory.resolve(name))) {
      return new RevisionException(
          "\"%1$s\" is a file, and neither a git revision nor a directory: write BASE, then HEAD or"
                  .formatted(name)
              + " . for the working tree, and files after these");
    }
    if (git.topLevel().isEmpty()) {
      return new RevisionException(
          "there is no directory \""
              + name
              + "\", and "
              + directory
              + " is not in a git "
              + "repository");
    }
    Optional<String> fetch =
        name.matches("[./].*")
            ? Optional.empty()
            : Optional.of("in CI, fetch it first: checkouts often have one revision only");
    String hint =
        hints.apply(name, git.names()).or(() -> fetch).map(h -> "\n  hint: " + h).orElse("");
    return new RevisionException("there is no git revision or directory \"" + name + "\"" + hint);
  }
}
