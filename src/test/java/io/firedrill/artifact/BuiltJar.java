package io.firedrill.artifact;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;

/**
 * A jar of this build.
 *
 * @param files the names of its files
 * @param classes the names of its classes, with dots
 */
record BuiltJar(Path path, Set<String> files, Set<String> classes) {

  /** The library. */
  static BuiltJar library() {
    return read(Path.of(property("library.jar")));
  }

  /** The command line. */
  static BuiltJar commandLine() {
    return read(Path.of(property("cli.jar")));
  }

  static BuiltJar read(Path path) {
    try (JarFile jar = new JarFile(path.toFile())) {
      Set<String> files =
          jar.stream()
              .filter(entry -> !entry.isDirectory())
              .map(JarEntry::getName)
              .collect(Collectors.toCollection(TreeSet::new));
      return new BuiltJar(path, files, classes(files));
    } catch (IOException e) {
      throw new UncheckedIOException(path.toString(), e);
    }
  }

  /** What the build says of itself. */
  static String property(String name) {
    String value = System.getProperty(name);
    if (value == null) {
      throw new IllegalStateException(
          "-D" + name + " is not set; these checks run with mvn verify");
    }
    return value;
  }

  private static Set<String> classes(Set<String> files) {
    return files.stream()
        .filter(file -> file.endsWith(".class"))
        .map(file -> file.substring(0, file.length() - ".class".length()).replace('/', '.'))
        .collect(Collectors.toSet());
  }

  /** The names of files that are no classes. */
  Set<String> resources() {
    return files.stream()
        .filter(file -> !file.endsWith(".class"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  List<String> lines(String file) {
    try (JarFile jar = new JarFile(path.toFile())) {
      byte[] bytes = jar.getInputStream(jar.getJarEntry(file)).readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(path + ": " + file, e);
    }
  }
}
