package io.firedrill.internal.cli;

import io.firedrill.internal.source.TextFile;
import io.firedrill.internal.suite.UnusableException;
import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/** Watches directories for changed files. */
final class FileChanges implements AutoCloseable {

  /** Editors write, rename and delete in quick succession. Wall-clock milliseconds. */
  private static final long BURST = 50;

  /** Directories that builds write to. */
  private static final Set<String> NEVER = Set.of("target", "build", "node_modules");

  private final WatchService service;
  private final Map<WatchKey, Path> directories = new HashMap<>();
  private final Map<Path, Optional<Integer>> contents = new HashMap<>();
  private final Set<Path> outputs;

  /**
   * Watches nothing yet. Files in {@code outputs}, which the tests write, never count as changed.
   */
  FileChanges(Set<Path> outputs) {
    this.outputs = outputs;
    try {
      service = FileSystems.getDefault().newWatchService();
    } catch (IOException e) {
      throw new UnusableException("files cannot be watched here: " + e.getMessage());
    }
  }

  /** Also watches these directories, and all below them except hidden ones. */
  void watch(Collection<Path> roots) {
    for (Path root : roots) {
      try {
        Files.walkFileTree(
            root,
            new SimpleFileVisitor<>() {
              @Override
              public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes a)
                  throws IOException {
                if (!directory.equals(root) && isIgnored(directory)) {
                  return FileVisitResult.SKIP_SUBTREE;
                }
                register(directory);
                return FileVisitResult.CONTINUE;
              }

              @Override
              public FileVisitResult visitFile(Path file, BasicFileAttributes a) {
                contents.computeIfAbsent(file.normalize(), FileChanges::content);
                return FileVisitResult.CONTINUE;
              }

              /** A directory that cannot be read holds no input of a test. */
              @Override
              public FileVisitResult visitFileFailed(Path file, IOException e) {
                return FileVisitResult.CONTINUE;
              }
            });
      } catch (IOException e) {
        throw new UnusableException("cannot watch " + root + ": " + e);
      }
    }
  }

  private void register(Path directory) throws IOException {
    directories.put(
        directory.register(
            service,
            StandardWatchEventKinds.ENTRY_CREATE,
            StandardWatchEventKinds.ENTRY_MODIFY,
            StandardWatchEventKinds.ENTRY_DELETE),
        directory);
  }

  /**
   * Waits until files are added, removed or have new contents.
   *
   * @return the files, with paths that begin with the watched directories; empty once the thread is
   *     interrupted
   */
  Set<Path> await() {
    try {
      Set<Path> changed = new TreeSet<>();
      while (changed.isEmpty()) {
        for (WatchKey key = service.take(); key != null; key = next()) {
          collect(key, changed);
        }
      }
      return changed;
    } catch (ClosedWatchServiceException e) {
      return Set.of();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Set.of();
    }
  }

  private WatchKey next() throws InterruptedException {
    return service.poll(BURST, TimeUnit.MILLISECONDS);
  }

  private void collect(WatchKey key, Set<Path> changed) {
    Path directory = directories.get(key);
    for (WatchEvent<?> event : key.pollEvents()) {
      if (event.kind() == StandardWatchEventKinds.OVERFLOW) {
        changed.add(directory);
        continue;
      }
      Path path = directory.resolve((Path) event.context()).normalize();
      if (Files.isDirectory(path) && !isIgnored(path)) {
        watch(Set.of(path));
        changed.add(path);
      } else if (!isIgnored(path)) {
        Optional<Integer> content = content(path);
        if (!content.equals(contents.put(path, content))) {
          changed.add(path);
        }
      }
    }
    key.reset();
  }

  private boolean isIgnored(Path path) {
    String name = path.getFileName().toString();
    return name.startsWith(".")
        || name.startsWith("#")
        || name.endsWith("~")
        || NEVER.contains(name)
        || outputs.stream().anyMatch(path.toAbsolutePath().normalize()::startsWith);
  }

  /** A hash of the file's content; empty if there is no file. */
  private static Optional<Integer> content(Path file) {
    try {
      if (!Files.isRegularFile(file)) {
        return Optional.empty();
      }
      return Optional.of(
          Files.size(file) > TextFile.LIMIT
              ? Files.getLastModifiedTime(file).hashCode()
              : Arrays.hashCode(Files.readAllBytes(file)));
    } catch (IOException e) {
      return Optional.of(e.hashCode());
    }
  }

  @Override
  public void close() {
    try {
      service.close();
    } catch (IOException e) {
      throw new UnusableException("cannot end watching: " + e);
    }
  }
}
