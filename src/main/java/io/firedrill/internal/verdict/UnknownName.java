package io.firedrill.internal.verdict;

import io.firedrill.internal.source.Suggestions;
import java.util.Collection;
import java.util.TreeSet;

/** The hint about a name that nothing has. */
public final class UnknownName {

  /** More names than this are no help. */
  private static final int SHOWN = 12;

  private UnknownName() {}

  /** {@code no receiver is named "x"; did you mean "y"?} */
  public static String hint(String what, String name, Collection<String> known) {
    String missing = "no " + what + " is named \"" + name + "\"";
    return Suggestions.nearest(name, known)
        .map(nearest -> missing + "; did you mean \"" + nearest + "\"?")
        .orElseGet(() -> missing + list(known));
  }

  /** {@code receiver "x" has no slack; it has: webhook} */
  public static String integration(String receiver, String kind, Collection<String> kinds) {
    String others = kinds.isEmpty() ? " none" : ": " + String.join(", ", new TreeSet<>(kinds));
    return "receiver \"" + receiver + "\" has no " + kind + "; it has" + others;
  }

  private static String list(Collection<String> known) {
    if (known.isEmpty()) {
      return "; there are none";
    }
    String names = String.join(", ", known.stream().sorted().limit(SHOWN).toList());
    int more = known.size() - SHOWN;
    return "; there are: " + names + (more > 0 ? " and " + more + " more" : "");
  }
}
