package io.firedrill.internal.revision;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One version of a user's files, in a directory. The directory of a revision is temporary and
 * deleted when the tree is closed.
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

  /** Its name for messages: {@code main (1a2b3c4)}, {@code the working tree}, or a directory. */
  public String name() {
    return name;
  }

  /** The directory that corresponds to the user's working directory. */
  public Path root() {
    return root;
  }

  /**
   * The file of this tree that corresponds to one of another tree. Files outside of both trees are
   * shared.
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

  /** A path for messages: relative to the root if it is below it. */
  public Path shown(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    return absolute.startsWith(root) ? root.relativize(absolute) : file;
  }

  /** A message in which this tree's files have permanent names: {@code main:rules/queue.yml}. */
  public String named(String message) {
    return revision
        .map(r -> message.replace(root + "/", r + ":").replace(whole + "/", r + ":/"))
        .orElse(message);
  }

  /** Deletes the temporary directory. */
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
      // The rest stays in the directory for temporary files.
    }
  }
}
