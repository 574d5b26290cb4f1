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

/** Runs git, without changing the repository. */
final class Git {

  /** The exit status and output of a command. */
  private record Answer(int status, String out, String err) {
    Optional<String> line() {
      return status == 0 ? Optional.of(out.strip()) : Optional.empty();
    }
  }

  private final Path directory;

  Git(Path directory) {
    this.directory = directory;
  }

  /** The root of the repository that contains the directory, if any. */
  Optional<Path> topLevel() {
    return ask("rev-parse", "--show-toplevel").line().map(Path::of);
  }

  /** The full hash of a revision's commit. */
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
   * Writes all files of a commit to a directory. It uses a temporary index, so that the repository
   * and its working tree do not change.
   *
   * @throws RevisionException if that fails
   */
  void export(String commit, Path target) {
    try {
      // Git creates the index itself, so only its directory is created here.
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

  /**
   * The differences of the working tree from a commit, without unchanged lines.
   *
   * @throws RevisionException if that fails
   */
  String difference(String commit) {
    Answer answer =
        ask(
            "-c",
            "core.quotePath=false",
            "diff",
            "--unified=0",
            "--no-color",
            "--no-ext-diff",
            "--no-renames",
            "--src-prefix=a/",
            "--dst-prefix=b/",
            commit);
    require(answer);
    return answer.out();
  }

  /** The files that git does not know and does not ignore, relative to the root. */
  List<String> untracked() {
    return ask(
            "-c",
            "core.quotePath=false",
            "ls-files",
            "--others",
            "--exclude-standard",
            "--full-name",
            ":/")
        .line()
        .map(out -> out.lines().toList())
        .orElse(List.of());
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
      throw new RevisionException("git cannot be started: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
