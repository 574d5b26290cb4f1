package io.firedrill.internal.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextFileTest {

  @TempDir Path directory;

  @Test
  void dropsAByteOrderMark() throws IOException {
    assertThat(TextFile.read(write("\uFEFFtests: é".getBytes(StandardCharsets.UTF_8))))
        .isEqualTo("tests: é");
  }

  @Test
  void refusesBytesThatAreNotUtf8() throws IOException {
    byte[] bytes = "a: 1\nb: ü".getBytes(StandardCharsets.ISO_8859_1);

    assertMessage(
        write(bytes),
        "f.yaml:2:4: error: not UTF-8 text: unexpected byte 0xFC\n    2 | b: \n      |    ^");
  }

  @Test
  void refusesANullCharacter() throws IOException {
    assertMessage(
        write("a: \0b".getBytes(StandardCharsets.UTF_8)),
        "f.yaml:1:4: error: not a text file: control character U+0000\n"
            + "    1 | a:  b\n      |    ^");
  }

  @Test
  void refusesAHugeFileWithoutReadingItAll() throws IOException {
    Path file = write(new byte[0]);
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(100L * 1024 * 1024);
    }

    assertMessage(file, "f.yaml:1:1: error: the file is larger than the maximum of 10 MiB");
  }

  @Test
  void refusesMissingFilesAndDirectories() {
    assertMessage(
        directory.resolve("none.yaml"),
        "none.yaml:1:1: error: cannot read the file: it does not exist");
    assertMessage(directory.resolve("."), ".:1:1: error: cannot read the file: it is a directory");
  }

  /** Opening a pipe without a writer blocks. */
  @Test
  void refusesAPipeAndADeviceThatNeverEnd() throws Exception {
    Path pipe = directory.resolve("pipe.yaml");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();

    assertMessage(
        pipe, "pipe.yaml:1:1: error: cannot read the file: it is a pipe, a socket or a device");
    assertThatThrownBy(() -> TextFile.read(Path.of("/dev/zero")))
        .hasMessage(
            "/dev/zero:1:1: error: cannot read the file: it is a pipe, a socket or a device");
  }

  private void assertMessage(Path file, String message) {
    assertThatThrownBy(() -> TextFile.read(file))
        .isInstanceOf(InputException.class)
        .hasMessage(directory + "/" + message);
  }

  private Path write(byte[] bytes) throws IOException {
    return Files.write(directory.resolve("f.yaml"), bytes);
  }
}
