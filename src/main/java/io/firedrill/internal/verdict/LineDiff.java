package io.firedrill.internal.verdict;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Expected and actual lines as a unified diff. */
public final class LineDiff {

  /** Lines of context around a difference. */
  private static final int AROUND = 3;

  /** The mark of a part that nothing comes before. */
  private static final Pattern BEGIN = Pattern.compile("@@ -[01],");

  private LineDiff() {}

  /**
   * The lines around each difference: {@code -} before what was expected, {@code +} before what was
   * found instead, and {@code ...} between parts.
   */
  public static List<String> of(List<String> expected, List<String> found) {
    return UnifiedDiffUtils.generateUnifiedDiff(
            "", "", expected, DiffUtils.diff(expected, found), AROUND)
        .stream()
        .skip(2) // The names of two files.
        .filter(l -> !BEGIN.matcher(l).lookingAt())
        .map(l -> l.startsWith("@@") ? "..." : (l.charAt(0) + " " + l.substring(1)).stripTrailing())
        .toList();
  }

  /** The same, of a limited number of lines; the last then says how many there are more. */
  public static List<String> of(List<String> expected, List<String> found, int limit) {
    List<String> lines = of(expected, found);
    if (lines.size() <= limit) {
      return lines;
    }
    List<String> shown = new ArrayList<>(lines.subList(0, limit));
    shown.add("and " + Counts.of(lines.size() - limit, "more line"));
    return shown;
  }
}
