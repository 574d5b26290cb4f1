package io.firedrill.internal.generation;

import java.nio.file.Files;
import java.nio.file.LinkOption;
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
      if (free && !Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
        return path;
      }
    }
  }

  /** The file of healthy series; its extension keeps it apart from scenario files. */
  Path ofBackground() {
    for (int i = 1; ; i++) {
      Path path = out.resolve("healthy" + (i == 1 ? "" : "-" + i) + ".series");
      if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
        return path;
      }
    }
  }

  Path ofClass(String name) {
    for (int i = 1; ; i++) {
      Path path = out.resolve(name.replaceFirst("Test$", (i == 1 ? "" : i) + "Test") + ".java");
      if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
        return path;
      }
    }
  }

  /** The package of a directory below {@code src/test/java} or another {@code java}. */
  static String packageOf(Path directory) {
    Path absolute = directory.toAbsolutePath().normalize();
    for (int i = absolute.getNameCount() - 1; i >= 0; i--) {
      if (absolute.getName(i).toString().equals("java")) {
        return i + 1 == absolute.getNameCount()
            ? ""
            : absolute.subpath(i + 1, absolute.getNameCount()).toString().replace('/', '.');
      }
    }
    return "";
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
