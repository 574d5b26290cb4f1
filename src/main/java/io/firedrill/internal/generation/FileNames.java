package io.firedrill.internal.generation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Names of files for alerts: of the rule file and the alert, and never that of an existing file.
 */
final class FileNames {

  private static final int LONGEST = 100;

  private final Path out;
  private final Set<String> taken = new HashSet<>();

  FileNames(Path out) {
    this.out = out;
  }

  Path of(AlertRule rule) {
    String directory = safe(stem(rule.file()));
    String name = safe(rule.name());
    for (int i = 1; ; i++) {
      Path path = out.resolve(directory).resolve(name + (i == 1 ? "" : "-" + i) + ".yml");
      boolean free = taken.add(path.toString().toLowerCase(Locale.ROOT));
      if (free && !Files.exists(path, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
        return path;
      }
    }
  }

  static String stem(Path file) {
    return file.getFileName().toString().replaceFirst("\\.ya?ml$", "");
  }

  /** Letters, digits and a few others: alert names may contain anything. */
  static String safe(String name) {
    String safe = name.replaceAll("[^\\p{L}\\p{N}._-]+", "-").replaceAll("^[.-]+|-+$", "");
    safe = safe.length() > LONGEST ? safe.substring(0, LONGEST) : safe;
    return safe.isEmpty() ? "alert" : safe;
  }
}
