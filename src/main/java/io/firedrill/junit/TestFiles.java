package io.firedrill.junit;

import io.firedrill.internal.files.TemporaryFiles;
import io.firedrill.internal.scenario.NamedFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/** Finds the files that a test names: in the project's directory, or on the class path. */
final class TestFiles {

  private static final String CLASSPATH = "classpath:";

  private final String target;
  private final ClassLoader loader;

  /**
   * @param target the element that names the files, for messages
   */
  TestFiles(String target, ClassLoader loader) {
    this.target = target;
    this.loader = loader;
  }

  /** The files that match a name or pattern; at least one. */
  List<Path> at(String attribute, String name) {
    if (name.startsWith(CLASSPATH)) {
      return List.of(resource(attribute, name));
    }
    try {
      return NamedFiles.at(Path.of(name), name);
    } catch (NamedFiles.NotFoundException e) {
      String message = attribute + ": " + e.getMessage() + " in " + Path.of("").toAbsolutePath();
      throw new Misuse(target, message, e.hint());
    } catch (InvalidPathException e) {
      throw new Misuse(target, "%s: not a path: %s".formatted(attribute, e.getReason()));
    }
  }

  /** The only file that matches a name. */
  Path one(String attribute, String name) {
    List<Path> files = at(attribute, name);
    if (files.size() > 1) {
      throw new Misuse(
          target, "%s: \"%s\" matches %d files, not one".formatted(attribute, name, files.size()));
    }
    return files.get(0);
  }

  private Path resource(String attribute, String name) {
    String path = name.substring(CLASSPATH.length()).replaceFirst("^/+", "");
    URL url = loader.getResource(path);
    if (url == null) {
      throw new Misuse(
          target,
          "%s: there is no \"%s\" on the class path".formatted(attribute, path),
          near(path));
    }
    try {
      return url.getProtocol().equals("file") ? shortest(Path.of(url.toURI())) : copy(url, path);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot copy " + url, e);
    }
  }

  /** The path relative to the project's directory, which is easier to read in messages. */
  private static Path shortest(Path file) {
    Path project = Path.of("").toAbsolutePath();
    return file.startsWith(project) ? project.relativize(file) : file;
  }

  private Optional<String> near(String path) {
    int end = path.lastIndexOf('/') + 1;
    URL directory = loader.getResource(path.substring(0, end));
    if (directory == null || !directory.getProtocol().equals("file")) {
      return Optional.empty();
    }
    try {
      NamedFiles.at(Path.of(directory.toURI()).resolve(path.substring(end)), CLASSPATH + path);
    } catch (NamedFiles.NotFoundException e) {
      return e.hint();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
    return Optional.empty();
  }

  /** Copies a resource in an archive to a file, which servers and messages require. */
  private static Path copy(URL url, String path) throws IOException {
    Path directory = TemporaryFiles.directory("firedrill-resources-");
    Path file = directory.resolve(path.substring(path.lastIndexOf('/') + 1));
    directory.toFile().deleteOnExit();
    file.toFile().deleteOnExit();
    try (InputStream in = url.openStream()) {
      Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
    }
    return file;
  }
}
