package io.firedrill.internal.verdict;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/**
 * Pairs of expected and found things: first exact matches, then the closest of the rest.
 *
 * @param near mismatches with the closest found thing, in the order of the expected things
 * @param missing expected things without a partner
 * @param extra what was found and has nothing beside it
 */
record Assignment<E, A>(List<Pair<E, A>> near, List<E> missing, List<A> extra) {

  /** An expected and a found thing that differ, part by part. */
  record Pair<E, A>(E expected, A actual, List<Field> fields) {}

  private record Candidate(int left, int right, int distance) {}

  /** Pairs two lists; two things match if all their fields agree. */
  static <E, A> Assignment<E, A> of(
      List<E> expected, List<A> actual, BiFunction<E, A, List<Field>> compare) {
    int[][] distances = new int[expected.size()][actual.size()];
    for (int i = 0; i < expected.size(); i++) {
      for (int j = 0; j < actual.size(); j++) {
        distances[i][j] = Field.disagreements(compare.apply(expected.get(i), actual.get(j)));
      }
    }
    int[] partners = Matching.of(expected.size(), actual.size(), (i, j) -> distances[i][j] == 0);
    Set<Integer> left = indices(expected.size());
    Set<Integer> right = indices(actual.size());
    for (int i = 0; i < partners.length; i++) {
      if (partners[i] >= 0) {
        left.remove(i);
        right.remove(partners[i]);
      }
    }
    List<Candidate> near = nearest(left, right, distances);
    return new Assignment<>(
        near.stream()
            .map(c -> pair(expected.get(c.left()), actual.get(c.right()), compare))
            .toList(),
        left.stream().sorted().map(expected::get).toList(),
        right.stream().sorted().map(actual::get).toList());
  }

  /** The same without what was found and has nothing beside it, where that does not matter. */
  Assignment<E, A> with(Extra meaning) {
    return meaning == Extra.REFUSED ? this : new Assignment<>(near, missing, List.of());
  }

  /** Whether everything matches and nothing is left. */
  boolean isPerfect() {
    return near.isEmpty() && missing.isEmpty() && extra.isEmpty();
  }

  /** How many expected things are missing. */
  int unmatched() {
    return near.size() + missing.size();
  }

  private static <E, A> Pair<E, A> pair(
      E expected, A actual, BiFunction<E, A, List<Field>> compare) {
    return new Pair<>(expected, actual, compare.apply(expected, actual));
  }

  private static Set<Integer> indices(int size) {
    return new HashSet<>(IntStream.range(0, size).boxed().toList());
  }

  /** The closest pairs first; takes what it pairs out of both sets. */
  private static List<Candidate> nearest(Set<Integer> left, Set<Integer> right, int[][] distances) {
    List<Candidate> candidates = new ArrayList<>();
    left.forEach(i -> right.forEach(j -> candidates.add(new Candidate(i, j, distances[i][j]))));
    candidates.sort(
        Comparator.comparingInt(Candidate::distance)
            .thenComparingInt(Candidate::left)
            .thenComparingInt(Candidate::right));
    List<Candidate> chosen = new ArrayList<>();
    for (Candidate candidate : candidates) {
      if (left.contains(candidate.left()) && right.contains(candidate.right())) {
        left.remove(candidate.left());
        right.remove(candidate.right());
        chosen.add(candidate);
      }
    }
    chosen.sort(Comparator.comparingInt(Candidate::left));
    return chosen;
  }
}
