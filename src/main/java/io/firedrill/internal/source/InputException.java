package io.firedrill.internal.source;

import java.util.List;
import java.util.stream.Collectors;

/** A file that the user gave cannot be used. The message shows the first 20 problems. */
public class InputException extends RuntimeException {

  /** Nobody reads more at once. */
  private static final int SHOWN = 20;

  private final transient List<Problem> problems;

  /** Reports these problems, at least one, in this order. */
  public InputException(List<Problem> problems) {
    super(render(problems));
    this.problems = List.copyOf(problems);
  }

  private static String render(List<Problem> problems) {
    String shown =
        problems.stream().limit(SHOWN).map(Problem::render).collect(Collectors.joining("\n\n"));
    int more = problems.size() - SHOWN;
    return more > 0 ? shown + "\n\n... and " + more + " more problems" : shown;
  }

  /** What is wrong; never empty. */
  public List<Problem> problems() {
    return problems;
  }
}
