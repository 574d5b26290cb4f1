package io.firedrill.comparison;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Two texts beside each other, word by word.
 *
 * @param pieces what both have, what only the one, and what only the other, in order
 */
record WordDiff(List<Piece> pieces) {

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
    return new WordDiff(List.copyOf(pieces));
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
