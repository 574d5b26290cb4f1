package io.firedrill.internal.revision;

import io.firedrill.internal.files.TemporaryFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The git program, which is asked and never told to change anything. */
final class Git {

  /** What a command printed, and whether it went well. */
  private record Answer(int status, String out, String err) {
    Optional<String> line() {
      return status == 0 ? Optional.of(out.strip()) : Optional.empty();
    }
  }

  private final Path directory;

  Git(Path directory) {
    this.directory = directory;
  }

  /** The directory of the whole repository that this one is in, if it is in one. */
  Optional<Path> topLevel() {
    return ask("rev-parse", "--show-toplevel").line().map(Path::of);
  }

  /** The full name of the commit that a revision stands for. */
  Optional<String> commit(String revision) {
    return ask("rev-parse", "--verify", "--quiet", revision + "^{commit}").line();
  }

  /** Branches and tags. */
  List<String> names() {
    return ask(
            "for-each-ref", "--format=%(refname:short)", "refs/heads", "refs/tags", "refs/remotes")
        .line()
        .map(out -> out.lines().toList())
        .orElse(List.of());
  }

  /**
   * Writes all files of a commit into a directory, as a checkout would, by an index of its own: the
   * repository and its working tree stay as they are.
   *
   * @throws RevisionException if that cannot be done
   */
  void export(String commit, Path target) {
    try {
      // Git wants to make the index itself, in a directory that is nobody else's.
      Path directory = TemporaryFiles.directory("firedrill-index-");
      Path index = directory.resolve("index");
      try {
        Map<String, String> own = Map.of("GIT_INDEX_FILE", index.toString());
        require(run(own, "read-tree", commit));
        require(run(own, "checkout-index", "--all", "--quiet", "--prefix=" + target + "/"));
      } finally {
        Files.deleteIfExists(index);
        Files.delete(directory);
      }
    } catch (IOException e) {
      throw new RevisionException("the revision cannot be written to a file: " + e);
    }
  }

  private static void require(Answer answer) {
    if (answer.status() != 0) {
      throw new RevisionException("git says: " + answer.err().strip());
    }
  }

  private Answer ask(String... arguments) {
    return run(Map.of(), arguments);
  }

  private Answer run(Map<String, String> environment, String... arguments) {
    List<String> command = new ArrayList<>(List.of("git", "-C", directory.toString()));
    command.addAll(List.of(arguments));
    try {
      Path err = TemporaryFiles.file("firedrill-", ".err");
      try {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(err.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(process.waitFor(), out, Files.readString(err));
      } finally {
        Files.deleteIfExists(err);
      }
    } catch (IOException e) {
      throw new RevisionException("git does not start: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
