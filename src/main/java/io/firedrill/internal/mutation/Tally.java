package io.firedrill.internal.mutation;

import io.firedrill.internal.mutation.MutantVerdict.Notice;
import io.firedrill.internal.mutation.MutantVerdict.Unnoticed;
import io.firedrill.internal.suite.Selection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What is known about the mutants so far. Thread-safe. */
final class Tally {

  private final Map<Mutant, Selection.Test> noticedBy = new HashMap<>();
  private final Set<Mutant> refused = new HashSet<>();
  private final Map<Mutant, List<Unnoticed>> unnoticed = new HashMap<>();

  synchronized boolean isAlive(Mutant mutant) {
    return !noticedBy.containsKey(mutant) && !refused.contains(mutant);
  }

  synchronized void noticed(Mutant mutant, Selection.Test test) {
    noticedBy.putIfAbsent(mutant, test);
  }

  synchronized void refused(Mutant mutant) {
    refused.add(mutant);
  }

  synchronized void unnoticed(Mutant mutant, Selection.Test test, Optional<String> difference) {
    unnoticed
        .computeIfAbsent(mutant, any -> new ArrayList<>())
        .add(new Unnoticed(test, difference));
  }

  /** Records what a test says. */
  void add(Mutant mutant, Selection.Test test, Notice notice, Optional<String> difference) {
    switch (notice) {
      case NOTICED -> noticed(mutant, test);
      case REFUSED -> refused(mutant);
      case UNNOTICED -> unnoticed(mutant, test, difference);
    }
  }

  synchronized MutantVerdict verdict(Mutant mutant) {
    if (refused.contains(mutant)) {
      return new MutantVerdict(mutant, Notice.REFUSED, Optional.empty(), List.of());
    }
    Optional<Selection.Test> test = Optional.ofNullable(noticedBy.get(mutant));
    return new MutantVerdict(
        mutant,
        test.isPresent() ? Notice.NOTICED : Notice.UNNOTICED,
        test,
        test.isPresent() ? List.of() : unnoticed.getOrDefault(mutant, List.of()));
  }
}
