package io.firedrill.internal.scenario;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * Another version of the rules and routes that a scenario file names. Files that this version lacks
 * are left out, and noted.
 */
public final class OtherVersion {

  private final UnaryOperator<Path> place;
  private final Set<Path> missing = new TreeSet<>();

  /**
   * A version.
   *
   * @param place maps a file or a pattern of a scenario file to this version
   */
  public OtherVersion(UnaryOperator<Path> place) {
    this.place = place;
  }

  Path place(Path named) {
    return place.apply(named);
  }

  void lacks(Path file) {
    missing.add(file);
  }

  /** The files and patterns that it lacks, sorted. */
  public Set<Path> missing() {
    return Collections.unmodifiableSet(missing);
  }
}
