package io.firedrill.internal.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The file {@code /dev/stdin}, for output of other programs that is piped in. It is read once, and
 * can be opened often.
 */
final class StandardInput {

  private static final Path NAME = Path.of("/dev/stdin");
  private static final Path DESCRIPTOR = Path.of("/proc/self/fd/0");

  private static byte[] content;

  private StandardInput() {}

  /** Whether a path is standard input, and that is not a terminal. */
  static boolean isAt(Path path) {
    if (!path.normalize().equals(NAME)) {
      return false;
    }
    try {
      String target = Files.readSymbolicLink(DESCRIPTOR).toString();
      return !target.startsWith("/dev/");
    } catch (IOException e) {
      return false;
    }
  }

  /** Opens its content, up to one byte more than a text file may have. */
  static synchronized InputStream open() throws IOException {
    if (content == null) {
      content = System.in.readNBytes(TextFile.LIMIT + 1);
    }
    return new ByteArrayInputStream(content);
  }
}
