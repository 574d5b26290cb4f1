package io.firedrill.internal.cli;

import io.firedrill.internal.source.TextFile;
import io.firedrill.internal.suite.UnusableException;
import io.methvin.watcher.DirectoryChangeEvent;
import io.methvin.watcher.DirectoryWatcher;
import io.methvin.watcher.hashing.FileHash;
import io.methvin.watcher.hashing.FileHasher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Watches directories for changed files. */
final class FileChanges implements AutoCloseable {

  /** Editors write, rename and delete in quick succession. Wall-clock milliseconds. */
  private static final long BURST = 50;

  private final WatchedFiles wanted;
  private final Map<Path, DirectoryWatcher> watchers = new HashMap<>();
  private final BlockingQueue<Path> changes = new LinkedBlockingQueue<>();

  /**
   * Watches nothing yet. Files in {@code outputs}, which the tests write, never count as changed.
   */
  FileChanges(Set<Path> outputs) {
    this.wanted = new WatchedFiles(outputs);
  }

  /** Also watches these directories, and all below them except hidden ones. */
  void watch(Collection<Path> roots) {
    for (Path root : roots) {
      if (watchers.keySet().stream().noneMatch(watched -> wanted.isBelow(root, watched))) {
        watchers.put(root, watch(root));
      }
    }
  }

  private DirectoryWatcher watch(Path root) {
    try {
      DirectoryWatcher watcher =
          DirectoryWatcher.builder()
              .path(root.toAbsolutePath())
              .fileTreeVisitor(wanted)
              .fileHasher(FileChanges::content)
              .listener(event -> add(root, event))
              .build();
      watcher.watchAsync(FileChanges::inBackground);
      return watcher;
    } catch (IOException | RuntimeException e) {
      throw new UnusableException("cannot watch " + root + ": " + e);
    }
  }

  private static void inBackground(Runnable loop) {
    Thread thread = new Thread(loop, "file changes");
    thread.setDaemon(true);
    thread.start();
  }

  private void add(Path root, DirectoryChangeEvent event) {
    Path path = event.path() == null ? root.toAbsolutePath() : event.path();
    Path named = root.resolve(root.toAbsolutePath().relativize(path)).normalize();
    boolean lost = event.eventType() == DirectoryChangeEvent.EventType.OVERFLOW;
    if (lost || !event.isDirectory() && wanted.isBelow(path, root.toAbsolutePath())) {
      changes.add(named);
    }
  }

  /** The time instead of the content, if the file is too large for an input. */
  private static FileHash content(Path file) throws IOException {
    return Files.size(file) > TextFile.LIMIT
        ? FileHasher.LAST_MODIFIED_TIME.hash(file)
        : FileHasher.DEFAULT_FILE_HASHER.hash(file);
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
      for (Path next = changes.take();
          next != null;
          next = changes.poll(BURST, TimeUnit.MILLISECONDS)) {
        changed.add(next);
      }
      return changed;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Set.of();
    }
  }

  @Override
  public void close() {
    for (DirectoryWatcher watcher : watchers.values()) {
      try {
        watcher.close();
      } catch (IOException e) {
        throw new UnusableException("cannot end watching: " + e);
      }
    }
  }
}
