package io.firedrill.internal.revision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A git repository in a directory. */
public final class GitFiles {

  private final Path directory;

  private GitFiles(Path directory) {
    this.directory = directory;
  }

  /** A new one, with what is in the directory as its first commit, on the branch {@code main}. */
  public static GitFiles init(Path directory) {
    GitFiles files = new GitFiles(directory);
    files.git("init", "--quiet", "--initial-branch=main");
    return files.commit();
  }

  public GitFiles write(String name, String text) {
    try {
      Path file = directory.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public GitFiles commit() {
    git("add", "--all");
    git("commit", "--quiet", "--allow-empty", "--message=a change");
    return this;
  }

  public String git(String... arguments) {
    List<String> command =
        new ArrayList<>(List.of("git", "-c", "user.name=a", "-c", "user.email=a@example.com"));
    command.addAll(List.of("-C", directory.toString()));
    command.addAll(List.of(arguments));
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).as("%s: %s", command, out).isZero();
      return out.strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
