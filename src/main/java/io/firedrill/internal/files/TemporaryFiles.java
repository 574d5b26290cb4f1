package io.firedrill.internal.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Creates temporary files and directories with unpredictable names, accessible only to this user.
 */
public final class TemporaryFiles {

  /** The JVM's default on Linux, regardless of the environment. */
  private static final String FIXED = "/tmp";

  private static final String PROPERTY = "java.io.tmpdir";

  private TemporaryFiles() {}

  /** {@code java.io.tmpdir} if it was set, else {@code TMPDIR}, else {@code /tmp}. */
  public static Path place() {
    return place(System.getProperty(PROPERTY), System.getenv());
  }

  static Path place(String property, Map<String, String> environment) {
    String named = environment.getOrDefault("TMPDIR", "");
    return Path.of(property.equals(FIXED) && !named.isBlank() ? named : property);
  }

  /** A new directory, mode 0700. */
  public static Path directory(String prefix) throws IOException {
    return Files.createTempDirectory(place(), prefix);
  }

  /** A new file, mode 0600. */
  public static Path file(String prefix, String suffix) throws IOException {
    return Files.createTempFile(place(), prefix, suffix);
  }
}
