package io.firedrill.internal.verdict;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Failures of one test that are the same but for their time become one, with their count. */
public final class RepeatedFailures {

  /** More places than these would fill the screen. */
  private static final int SHOWN = 5;

  private RepeatedFailures() {}

  /** The failures, each kind of repetition at the place of its first one. */
  public static List<Failure> together(List<Failure> failures) {
    Map<Object, List<Failure>> groups = new LinkedHashMap<>();
    for (Failure failure : failures) {
      Optional<Likeness> likeness = failure.full().likeness();
      Object key = likeness.isPresent() ? likeness.get().key() : new Object();
      groups.computeIfAbsent(key, any -> new ArrayList<>()).add(failure);
    }
    return groups.values().stream().map(RepeatedFailures::one).toList();
  }

  private static Failure one(List<Failure> group) {
    Failure first = group.get(0);
    List<Failure> others = group.subList(1, group.size());
    if (others.isEmpty()) {
      return first;
    }
    String places = Repeats.listed(others.stream().map(RepeatedFailures::place).toList(), SHOWN);
    return new Failure(
        first.kind(),
        first.position(),
        first.summary() + " (and " + others.size() + " more like it)",
        first.full().with((isSame(group) ? "the same " : "also ") + places),
        others);
  }

  private static boolean isSame(List<Failure> group) {
    return group.stream()
            .map(f -> f.full().likeness().map(Likeness::body).orElse(""))
            .distinct()
            .count()
        == 1;
  }

  private static String place(Failure failure) {
    return failure.full().likeness().map(Likeness::when).orElse("")
        + " ("
        + failure.position()
        + ")";
  }
}
