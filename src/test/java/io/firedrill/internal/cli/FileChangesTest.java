package io.firedrill.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Every change is followed by one of a file that counts, so that nothing is awaited in vain. */
@Timeout(60)
class FileChangesTest {

  @TempDir private Path directory;

  private FileChanges changes;

  @BeforeEach
  void watch() throws IOException {
    for (String name : new String[] {"a.yml", "deep/b.yml", "target/c.yml", ".git/index"}) {
      write(name, "1");
    }
    changes = new FileChanges(Set.of(directory.resolve("results").toAbsolutePath()));
    changes.watch(Set.of(directory));
    changes.watch(Set.of(directory, directory.resolve("deep")));
  }

  @AfterEach
  void close() {
    changes.close();
  }

  @Test
  void areThoseOfContents() throws IOException {
    write("a.yml", "1");
    assertThat(until("deep/b.yml")).containsExactly("deep/b.yml");

    write("a.yml", "2");
    assertThat(until("deep/b.yml")).containsExactly("a.yml", "deep/b.yml");

    Files.delete(directory.resolve("a.yml"));
    assertThat(until("deep/b.yml")).containsExactly("a.yml", "deep/b.yml");
  }

  @Test
  void areFoundInNewDirectories() throws IOException {
    write("new/deeper/d.yml", "1");

    assertThat(until("new/deeper/d.yml")).containsExactly("new/deeper/d.yml");
  }

  @Test
  void areNotThoseOfHiddenFilesBuildsAndResults() throws IOException {
    for (String name :
        new String[] {
          ".hidden", "a.yml~", "#a.yml#", ".git/index", "target/c.yml", "results/x", "build/y"
        }) {
      write(name, "2");
    }

    assertThat(until("a.yml")).containsExactly("a.yml");
  }

  @Test
  void areFoundInADirectoryThatIsHiddenFromItsParents() throws IOException {
    changes.watch(Set.of(directory.resolve("target")));

    write("target/c.yml", "2");

    assertThat(until("target/c.yml")).containsExactly("target/c.yml");
  }

  @Test
  void endWithTheThread() {
    Thread.currentThread().interrupt();

    assertThat(changes.await()).isEmpty();
    assertThat(Thread.interrupted()).isTrue();
  }

  /** Changes a file, and collects all changes up to that one. */
  private Set<String> until(String last) throws IOException {
    write(last, Long.toString(System.nanoTime()));
    Set<String> found = new TreeSet<>();
    while (!found.contains(last)) {
      changes.await().forEach(file -> found.add(directory.relativize(file).toString()));
    }
    return found;
  }

  private void write(String name, String text) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
