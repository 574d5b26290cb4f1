package io.firedrill.internal.revision;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One version of a user's files, in a directory. A revision's is temporary, and ends with the tree.
 */
public final class Tree implements AutoCloseable {

  private final String name;
  private final Path root;
  private final Path whole;
  private final Optional<String> revision;

  private Tree(String name, Path root, Path whole, Optional<String> revision) {
    this.name = name;
    this.root = root;
    this.whole = whole;
    this.revision = revision;
  }

  static Tree directory(String name, Path root, Path whole) {
    return new Tree(name, root.toAbsolutePath().normalize(), whole, Optional.empty());
  }

  static Tree exported(String name, String revision, Path root, Path whole) {
    Tree tree = new Tree(name, root, whole, Optional.of(revision));
    Runtime.getRuntime().addShutdownHook(new Thread(tree::close));
    return tree;
  }

  /** What to call it: {@code main (1a2b3c4)}, {@code the working tree}, or a directory. */
  public String name() {
    return name;
  }

  /** Where paths begin: what corresponds to the user's working directory. */
  public Path root() {
    return root;
  }

  /**
   * Where this tree has a file of another one. What lies outside of both is in both.
   *
   * @param file the file, relative to the working directory or absolute
   */
  public Path counterpart(Path file, Tree other) {
    Path absolute = file.toAbsolutePath().normalize();
    if (!absolute.startsWith(other.root) && !absolute.startsWith(other.whole)) {
      return file;
    }
    Path here = root.resolve(other.root.relativize(absolute)).normalize();
    return here.startsWith(root) || here.startsWith(whole) ? here : file;
  }

  /** A path as the user knows it: relative to the root, where it is below it. */
  public Path shown(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    return absolute.startsWith(root) ? root.relativize(absolute) : file;
  }

  /** A message in which this tree's files have names that last: {@code main:rules/queue.yml}. */
  public String named(String message) {
    return revision
        .map(r -> message.replace(root + "/", r + ":").replace(whole + "/", r + ":/"))
        .orElse(message);
  }

  /** Deletes what was made for it. */
  @Override
  public void close() {
    if (revision.isEmpty() || !Files.exists(whole)) {
      return;
    }
    try (Stream<Path> files = Files.walk(whole)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException | UncheckedIOException e) {
      // What is left of it lies in the directory for temporary files.
    }
  }
}
