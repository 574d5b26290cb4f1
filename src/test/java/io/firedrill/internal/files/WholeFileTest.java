package io.firedrill.internal.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {

  private static final Path FULL = Path.of("/dev/full");

  @TempDir private Path directory;

  /** No temporary files are left beside the files. */
  @AfterEach
  void leavesNoParts() throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      assertThat(files.map(Path::toString)).noneMatch(name -> name.endsWith(".part"));
    }
  }

  @Test
  void createsTheDirectoriesAbove() throws IOException {
    Path file = directory.resolve("a/b/größe 👩‍🔧.json");

    WholeFile.write(file, "{}\n");

    assertThat(file).hasContent("{}\n");
  }

  @Test
  void keepsThePermissionsOfAnExistingFile() throws IOException {
    Path file = Files.writeString(directory.resolve("result"), "before");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

    WholeFile.write(file, "after");

    assertThat(file).hasContent("after");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-r-----");
  }

  @Test
  void replacesALinkWithoutFollowingIt() throws IOException {
    Path precious = Files.writeString(directory.resolve("precious"), "precious");
    Path link = Files.createSymbolicLink(directory.resolve("link"), precious);

    WholeFile.write(link, "text");

    assertThat(precious).hasContent("precious");
    assertThat(link).isRegularFile().hasContent("text");
    assertThat(Files.isSymbolicLink(link)).isFalse();
  }

  @Test
  void writesDirectlyToADevice() throws IOException {
    WholeFile.write(Path.of("/dev/null"), "text");

    assertThatThrownBy(() -> WholeFile.write(FULL, "text"))
        .isInstanceOfSatisfying(
            IOException.class,
            e -> assertThat(WholeFile.reason(e)).isEqualTo("No space left on device"));
    assertThat(Files.isRegularFile(FULL)).isFalse();
  }

  @Test
  void preparesByRemovingAnExistingFile() throws IOException {
    Path file = Files.writeString(directory.resolve("result"), "of an earlier run");

    WholeFile.prepare(file);

    assertThat(file).doesNotExist();
  }

  @Test
  void describesErrorsInAFewWords() throws IOException {
    Files.writeString(directory.resolve("file"), "");

    assertThat(reason(directory)).isEqualTo("it is a directory");
    assertThat(reason(directory.resolve("file/result"))).endsWith("file is a file");
  }

  private static String reason(Path file) {
    try {
      WholeFile.prepare(file);
      return "";
    } catch (IOException e) {
      return WholeFile.reason(e);
    }
  }
}
