package io.firedrill.internal.source;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that a user probably meant. */
public final class Suggestions {

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
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + cost);
        boolean swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        if (swapped) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }
}
