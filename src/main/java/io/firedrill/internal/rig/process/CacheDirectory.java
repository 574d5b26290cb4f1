package io.firedrill.internal.rig.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

/** The cache of files that are kept from run to run. */
final class CacheDirectory {

  private CacheDirectory() {}

  /** {@code $XDG_CACHE_HOME/firedrill}, or {@code ~/.cache/firedrill}. */
  static Path of(Map<String, String> environment) {
    String cache = environment.getOrDefault("XDG_CACHE_HOME", "");
    if (!cache.isEmpty()) {
      return Path.of(cache, "firedrill");
    }
    String home = environment.getOrDefault("HOME", System.getProperty("user.home"));
    return Path.of(home, ".cache", "firedrill");
  }

  /**
   * Creates a directory of the cache, and those above it, writable only by this user because it
   * contains programs.
   *
   * @throws IOException if it cannot be created, or every user may write to it
   */
  static void make(Path directory) throws IOException {
    Files.createDirectories(
        directory,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    if (Files.getPosixFilePermissions(directory).contains(PosixFilePermission.OTHERS_WRITE)) {
      throw new IOException("every user may write to " + directory + ": chmod o-w " + directory);
    }
  }
}
