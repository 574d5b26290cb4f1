package io.firedrill.internal.cli;

import io.methvin.watcher.visitor.FileTreeVisitor;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.stream.StreamSupport;

/** Which files below a directory may be inputs of tests: not hidden ones, nor what builds write. */
final class WatchedFiles implements FileTreeVisitor {

  /** Directories that builds write to. */
  private static final Set<String> NEVER = Set.of("target", "build", "node_modules");

  private final Set<Path> outputs;

  WatchedFiles(Set<Path> outputs) {
    this.outputs = outputs;
  }

  /** Whether a file or directory is that directory, or below it and of interest. */
  boolean isBelow(Path path, Path directory) {
    Path inner = path.toAbsolutePath().normalize();
    Path outer = directory.toAbsolutePath().normalize();
    return inner.equals(outer)
        || inner.startsWith(outer)
            && outputs.stream().noneMatch(inner::startsWith)
            && StreamSupport.stream(outer.relativize(inner).spliterator(), false)
                .noneMatch(WatchedFiles::isIgnored);
  }

  private static boolean isIgnored(Path element) {
    String name = element.toString();
    return name.startsWith(".")
        || name.startsWith("#")
        || name.endsWith("~")
        || NEVER.contains(name);
  }

  @Override
  public void recursiveVisitFiles(Path root, Callback onDirectory, Callback onFile)
      throws IOException {
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes a)
              throws IOException {
            if (!isBelow(directory, root)) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            onDirectory.call(directory);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes a) throws IOException {
            if (isBelow(file, root)) {
              onFile.call(file);
            }
            return FileVisitResult.CONTINUE;
          }

          /** A directory that cannot be read holds no input of a test. */
          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) {
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
