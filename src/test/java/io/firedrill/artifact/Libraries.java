package io.firedrill.artifact;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The libraries on the class path, by {@code group:artifact}. */
final class Libraries {

  private Libraries() {}

  /** All jars of Maven's repository on this class path. */
  static Map<String, BuiltJar> all() {
    Map<String, BuiltJar> libraries = new TreeMap<>();
    Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(path -> path.endsWith(".jar"))
        .map(Path::of)
        .forEach(path -> libraries.put(name(path), BuiltJar.read(path)));
    return libraries;
  }

  /** Those that contribute classes to a jar, whose names begin with a prefix there. */
  static Set<String> in(BuiltJar jar, String prefix) {
    Set<String> contained = new TreeSet<>();
    all()
        .forEach(
            (name, library) -> {
              if (library.classes().stream().anyMatch(c -> jar.classes().contains(prefix + c))) {
                contained.add(name);
              }
            });
    return contained;
  }

  /** {@code org.jsoup:jsoup} for {@code .../org/jsoup/jsoup/1.24.1/jsoup-1.24.1.jar}. */
  private static String name(Path jar) {
    Path artifact = jar.getParent().getParent();
    StringBuilder group = new StringBuilder();
    for (Path at = artifact.getParent();
        at != null && at.getFileName() != null && !isRepository(at);
        at = at.getParent()) {
      group.insert(0, at.getFileName() + (group.isEmpty() ? "" : "."));
    }
    return group + ":" + artifact.getFileName();
  }

  private static boolean isRepository(Path directory) {
    return directory.getFileName().toString().matches("(it-)?repository|maven-repository");
  }
}
