package io.firedrill.source;

import java.util.List;
import java.util.stream.Collectors;

/** A file that the user gave cannot be used. The message shows every problem in it. */
public class InputException extends RuntimeException {

  private final transient List<Problem> problems;

  /** Reports these problems, at least one, in this order. */
  public InputException(List<Problem> problems) {
    super(problems.stream().map(Problem::render).collect(Collectors.joining("\n\n")));
    this.problems = List.copyOf(problems);
  }

  /** What is wrong; never empty. */
  public List<Problem> problems() {
    return problems;
  }
}
