package io.firedrill.internal.comparison;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A diff of two texts by words.
 *
 * @param pieces the pieces of both texts, of only the base, and of only the head, in order
 */
record WordDiff(List<Piece> pieces) {

  /** Texts that together have more characters are shortened. */
  private static final int LONG = 1000;

  /** The number of characters shown around a difference in shortened texts. */
  private static final int AROUND = 40;

  private static final Pattern WORD_OR_BLANKS = Pattern.compile("\\s+|\\S+");

  enum Side {
    BOTH,
    BASE,
    HEAD
  }

  record Piece(Side side, String text) {}

  static WordDiff of(String base, String head) {
    List<String> before = words(base);
    List<String> after = words(head);
    List<Piece> pieces = new ArrayList<>();
    int done = 0;
    for (AbstractDelta<String> delta : DiffUtils.diff(before, after).getDeltas()) {
      int from = delta.getSource().getPosition();
      add(pieces, Side.BOTH, before.subList(done, from));
      add(pieces, Side.BASE, delta.getSource().getLines());
      add(pieces, Side.HEAD, delta.getTarget().getLines());
      done = from + delta.getSource().size();
    }
    add(pieces, Side.BOTH, before.subList(done, before.size()));
    boolean isLong = base.length() + head.length() > LONG;
    return new WordDiff(isLong ? shortened(pieces) : List.copyOf(pieces));
  }

  /** Shortens common pieces to the text around differences. */
  private static List<Piece> shortened(List<Piece> pieces) {
    List<Piece> shortened = new ArrayList<>();
    for (int i = 0; i < pieces.size(); i++) {
      Piece piece = pieces.get(i);
      boolean cut = piece.side() == Side.BOTH && piece.text().length() > 3 * AROUND;
      if (!cut) {
        shortened.add(piece);
        continue;
      }
      String begin = i == 0 ? "" : begin(piece.text());
      String end = i == pieces.size() - 1 ? "" : end(piece.text());
      shortened.add(new Piece(Side.BOTH, begin + "..." + end));
    }
    return List.copyOf(shortened);
  }

  private static String begin(String text) {
    return text.substring(0, text.offsetByCodePoints(0, AROUND));
  }

  private static String end(String text) {
    return text.substring(text.offsetByCodePoints(text.length(), -AROUND));
  }

  private static List<String> words(String text) {
    return WORD_OR_BLANKS.matcher(text).results().map(MatchResult::group).toList();
  }

  private static void add(List<Piece> pieces, Side side, List<String> words) {
    if (!words.isEmpty()) {
      pieces.add(new Piece(side, String.join("", words)));
    }
  }

  /** Whether the texts have a word in common. */
  boolean sharesWords() {
    return pieces.stream().anyMatch(p -> p.side() == Side.BOTH && !p.text().isBlank());
  }
}
