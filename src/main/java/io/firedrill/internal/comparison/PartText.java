package io.firedrill.internal.comparison;

import io.firedrill.internal.comparison.WordDiff.Piece;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A part that differs, in plain text: {@code 2m -> 3m, 1m later}. */
final class PartText {

  private PartText() {}

  /** One line for each part, with the names in a column. */
  static List<String> lines(List<Part> parts) {
    int width = parts.stream().mapToInt(p -> p.name().length()).max().orElse(0);
    return parts.stream()
        .flatMap(
            p -> {
              String margin = " ".repeat(width + 2);
              String first = p.name() + margin.substring(p.name().length());
              List<String> lines = of(p).lines().toList();
              return Stream.concat(
                      lines.stream().limit(1).map(l -> first + l),
                      lines.stream().skip(1).map(l -> margin + l))
                  .map(String::stripTrailing);
            })
        .toList();
  }

  static String of(Part part) {
    String remark = part.remark().isEmpty() ? "" : ", " + part.remark();
    if (isProse(part)) {
      WordDiff diff = WordDiff.of(part.base().orElseThrow(), part.head().orElseThrow());
      return diff.pieces().stream().map(PartText::marked).collect(Collectors.joining()) + remark;
    }
    return value(part.base()) + " -> " + value(part.head()) + remark;
  }

  /** Whether both texts share words, so that a word diff is useful. */
  static boolean isProse(Part part) {
    return (part.aspect() == Aspect.TEXT || part.aspect() == Aspect.ALERTS)
        && part.base().isPresent()
        && part.head().isPresent()
        && WordDiff.of(part.base().get(), part.head().get()).sharesWords();
  }

  static String value(Optional<String> value) {
    return value.map(v -> v.isEmpty() ? "(empty)" : v).orElse("none");
  }

  private static String marked(Piece piece) {
    return switch (piece.side()) {
      case BOTH -> piece.text();
      case BASE -> "[-" + piece.text() + "-]";
      case HEAD -> "{+" + piece.text() + "+}";
    };
  }
}
