package io.firedrill.internal.verdict;

/** Counts with nouns. */
public final class Counts {

  private Counts() {}

  /** {@code 1 alert}, {@code 2 alerts}. */
  public static String of(int count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }

  /** The difference between found and expected counts. */
  static String difference(String noun, int expected, int found, int unmatched, Extra extra) {
    return extra == Extra.REFUSED || found == 0
        ? difference(noun, expected, found, unmatched)
        : missing(noun, expected, found, unmatched);
  }

  /** {@code the alert differs}, {@code 1 of 2 alerts differs}. */
  public static String differing(String noun, int all, int unlike) {
    return all == 1
        ? "the " + noun + " differs"
        : unlike + " of " + of(all, noun) + (unlike == 1 ? " differs" : " differ");
  }

  private static String missing(String noun, int expected, int found, int unmatched) {
    String wanted =
        expected == 1
            ? "the expected " + noun + " is"
            : unmatched
                + " of "
                + of(expected, "expected " + noun)
                + (unmatched == 1 ? " is" : " are");
    return wanted + " not among the " + found + " found";
  }

  /** {@code expected 1 alert, found none}. */
  public static String difference(String noun, int expected, int found) {
    String wanted = expected == 0 ? "no " + noun : of(expected, noun);
    return "expected " + wanted + ", found " + (found == 0 ? "none" : found);
  }

  static String difference(String noun, int expected, int found, int unmatched) {
    if (expected == found) {
      return differing(noun, expected, unmatched);
    }
    return difference(noun, expected, found);
  }
}
