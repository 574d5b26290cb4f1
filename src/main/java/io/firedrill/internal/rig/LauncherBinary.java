package io.firedrill.internal.rig;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/** The launchers in the jar: static Linux executables. */
public final class LauncherBinary {

  private static final String RESOURCE = "vclock-linux-";

  private LauncherBinary() {}

  /**
   * The launcher for an architecture.
   *
   * @param architecture its name in Java, Docker or uname, such as {@code amd64} or {@code aarch64}
   * @return the executable's content; empty for other architectures
   */
  public static Optional<byte[]> of(String architecture) {
    try (InputStream in =
        LauncherBinary.class.getResourceAsStream(RESOURCE + ownName(architecture))) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String ownName(String architecture) {
    return switch (architecture) {
      case "x86_64" -> "amd64";
      case "aarch64" -> "arm64";
      default -> architecture;
    };
  }
}
