package io.firedrill.internal.ruletrace;

import io.firedrill.internal.prometheus.QueryResult.Element;
import io.firedrill.internal.promql.BinaryOperation;
import io.firedrill.model.Labels;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The elements of two vectors, side by side. */
final class Pairs {

  /** Of more elements, the first are compared. */
  private static final int COMPARED = 300;

  private Pairs() {}

  /**
   * An element from each side.
   *
   * @param differing the labels that keep them from matching
   */
  record Pair(Element left, Element right, SortedSet<String> differing) {}

  /** The elements that match, those of the left side in order. */
  static List<Pair> matching(
      BinaryOperation operation, PartValues values, LabelFilter filter, Instant time) {
    MatchedLabels matched = MatchedLabels.of(operation);
    Map<Labels, List<Element>> right =
        admitted(values.of(operation.right(), time), matched.right(filter))
            .collect(Collectors.groupingBy(e -> matched.of(e.labels())));
    return admitted(values.of(operation.left(), time), matched.left(filter))
        .flatMap(
            left ->
                right.getOrDefault(matched.of(left.labels()), List.of()).stream()
                    .map(e -> new Pair(left, e, new TreeSet<>())))
        .toList();
  }

  /** All pairs of the first elements of each side. */
  static List<Pair> of(
      BinaryOperation operation, PartValues values, LabelFilter filter, Instant time) {
    MatchedLabels matched = MatchedLabels.of(operation);
    List<Element> left = some(values.of(operation.left(), time), matched.left(filter));
    List<Element> right = some(values.of(operation.right(), time), matched.right(filter));
    List<Pair> pairs = new ArrayList<>();
    for (Element l : left) {
      for (Element r : right) {
        pairs.add(new Pair(l, r, differing(matched.of(l.labels()), matched.of(r.labels()))));
      }
    }
    return pairs;
  }

  /** Whether any element has a partner. */
  static boolean match(
      BinaryOperation operation, PartValues values, LabelFilter filter, Instant time) {
    MatchedLabels matched = MatchedLabels.of(operation);
    Set<Labels> right =
        admitted(values.of(operation.right(), time), matched.right(filter))
            .map(e -> matched.of(e.labels()))
            .collect(Collectors.toSet());
    return admitted(values.of(operation.left(), time), matched.left(filter))
        .anyMatch(e -> right.contains(matched.of(e.labels())));
  }

  private static Stream<Element> admitted(List<Element> elements, LabelFilter filter) {
    return elements.stream().filter(e -> filter.admits(e.labels()));
  }

  private static List<Element> some(List<Element> elements, LabelFilter filter) {
    return admitted(elements, filter).limit(COMPARED).toList();
  }

  private static SortedSet<String> differing(Labels a, Labels b) {
    SortedSet<String> names = new TreeSet<>(a.asMap().keySet());
    names.addAll(b.asMap().keySet());
    names.removeIf(name -> a.get(name).equals(b.get(name)));
    return names;
  }
}
