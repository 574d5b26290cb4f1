package io.firedrill.rig.process;

import java.nio.file.Path;
import java.util.Map;

/** Where things are kept from run to run. */
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
}
