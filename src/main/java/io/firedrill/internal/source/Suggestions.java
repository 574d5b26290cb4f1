package io.firedrill.internal.source;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.DamerauLevenshteinDistance;

/** Finds the word that a user probably meant. */
public final class Suggestions {

  private static final DamerauLevenshteinDistance DISTANCE = new DamerauLevenshteinDistance();

  private Suggestions() {}

  /** The most similar known word, if it is similar enough. */
  public static Optional<String> nearest(String word, Collection<String> known) {
    if (word.length() > 200) {
      return Optional.empty();
    }
    int limit = Math.max(1, (word.length() + 2) / 4);
    return known.stream()
        .filter(k -> Math.abs(k.length() - word.length()) <= limit)
        .filter(k -> distance(fold(word), fold(k)) <= limit)
        .min(
            Comparator.<String>comparingInt(k -> distance(fold(word), fold(k)))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** {@code did you mean "x"?}, if one of the known words is similar enough. */
  public static Optional<String> hint(String word, Collection<String> known) {
    return nearest(word, known).map(k -> "did you mean \"" + k + "\"?");
  }

  private static String fold(String word) {
    return word.toLowerCase(Locale.ROOT).replace('-', '_');
  }

  /**
   * The number of insertions, deletions, replacements and swaps of neighbours between two words.
   */
  public static int distance(String a, String b) {
    return DISTANCE.apply(a, b);
  }
}
