package io.firedrill.internal.source;

import java.util.List;
import java.util.stream.Collectors;

/** A file that the user gave cannot be used. The message shows the first 20 problems. */
public class InputException extends RuntimeException {

  /** More would not be read. */
  private static final int SHOWN = 20;

  private final transient List<Problem> problems;

  /** Creates an exception with at least one problem; keeps their order. */
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

  /** The problems; never empty. */
  public List<Problem> problems() {
    return problems;
  }
}
