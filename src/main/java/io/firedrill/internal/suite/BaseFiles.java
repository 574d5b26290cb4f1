package io.firedrill.internal.suite;

import io.firedrill.internal.revision.Tree;
import io.firedrill.internal.scenario.FilePlaces;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The base's rules and routes, as the head's scenario files name them; some may be missing. */
final class BaseFiles implements FilePlaces {

  private final Tree base;
  private final Tree head;
  private final Set<Path> missing = new TreeSet<>();

  BaseFiles(Tree base, Tree head) {
    this.base = base;
    this.head = head;
  }

  @Override
  public Path place(Path written) {
    return base.counterpart(written, head);
  }

  @Override
  public boolean mayLack(Path place) {
    missing.add(place);
    return true;
  }

  /** A sentence about the missing files, or the empty string. */
  String missing() {
    return missing.isEmpty()
        ? ""
        : base.name()
            + " has no "
            + missing.stream()
                .map(file -> base.shown(file).toString())
                .collect(Collectors.joining(", "));
  }
}
