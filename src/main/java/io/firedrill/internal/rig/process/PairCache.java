package io.firedrill.internal.rig.process;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A directory of fetched pairs, one directory each. A pair is added by an atomic rename. A file
 * lock prevents that two JVMs fetch at once.
 */
final class PairCache {

  // The name of the pair to use if no version is requested: the newest one when it was fetched.
  private static final String DEFAULT = "default";
  private static final String UNFINISHED = ".fetch";

  // A file lock does not exclude other threads of the same JVM.
  private static final Object FILLING = new Object();

  private final Path directory;
  private final PairSource source;
  private final Consumer<String> progress;

  PairCache(Path directory, PairSource source, Consumer<String> progress) {
    this.directory = directory;
    this.source = source;
    this.progress = progress;
  }

  /** The matching pair; fetched if it is not in the cache. */
  ServerPair get(VersionPrefix prometheus, VersionPrefix alertmanager) {
    try {
      Optional<ServerPair> stored = stored(prometheus, alertmanager);
      return stored.isPresent() ? stored.get() : fill(prometheus, alertmanager);
    } catch (IOException e) {
      throw new ServersNotFoundException("the cache " + directory + ": " + e.getMessage(), e);
    }
  }

  private Optional<ServerPair> stored(VersionPrefix prometheus, VersionPrefix alertmanager)
      throws IOException {
    if (prometheus.isAny() && alertmanager.isAny()) {
      Path name = directory.resolve(DEFAULT);
      return Files.exists(name)
          ? StoredPair.read(directory.resolve(Files.readString(name).strip()))
          : Optional.empty();
    }
    return all().stream()
        .filter(p -> prometheus.matches(p.prometheus().version()))
        .filter(p -> alertmanager.matches(p.alertmanager().version()))
        .max(Comparator.comparing(p -> p.prometheus().version(), VersionPrefix.ORDER));
  }

  private List<ServerPair> all() throws IOException {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(directory)) {
      return entries
          .filter(e -> !e.getFileName().toString().startsWith("."))
          .flatMap(e -> StoredPair.read(e).stream())
          .toList();
    }
  }

  private ServerPair fill(VersionPrefix prometheus, VersionPrefix alertmanager) throws IOException {
    CacheDirectory.make(directory);
    synchronized (FILLING) {
      try (FileChannel channel =
              FileChannel.open(
                  directory.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock lock = channel.lock()) {
        Optional<ServerPair> meanwhile = stored(prometheus, alertmanager);
        if (lock.isValid() && meanwhile.isPresent()) {
          return meanwhile.get();
        }
        return fetch(prometheus, alertmanager);
      }
    }
  }

  private ServerPair fetch(VersionPrefix prometheus, VersionPrefix alertmanager)
      throws IOException {
    Path unfinished = directory.resolve(UNFINISHED);
    Directories.delete(unfinished);
    Files.createDirectories(unfinished.resolve("work"));
    try {
      PairSource.Fetched fetched =
          source.fetch(prometheus, alertmanager, unfinished.resolve("work"), progress);
      String name = StoredPair.write(fetched, unfinished.resolve("pair"));
      Path target = directory.resolve(name);
      if (!Files.exists(target)) {
        Files.move(unfinished.resolve("pair"), target, StandardCopyOption.ATOMIC_MOVE);
      }
      if (prometheus.isAny() && alertmanager.isAny()) {
        Path pointer = Files.writeString(unfinished.resolve(DEFAULT), name + "\n");
        Files.move(pointer, directory.resolve(DEFAULT), StandardCopyOption.ATOMIC_MOVE);
      }
      progress.accept("fetched " + target);
      return StoredPair.read(target)
          .orElseThrow(() -> new ServersNotFoundException(target + " is damaged: delete it"));
    } finally {
      Directories.delete(unfinished);
    }
  }
}
