package io.firedrill.internal.verdict;

import java.util.List;

/**
 * Why a rule raised an alert, or did not.
 *
 * @param lines what decided, as text; none if there is nothing to add
 * @param traces what each part of the rules returned
 */
public record RuleAnswer(List<String> lines, List<RuleTrace> traces) {

  /** Nothing to add. */
  public static final RuleAnswer NONE = new RuleAnswer(List.of(), List.of());

  public RuleAnswer {
    lines = List.copyOf(lines);
    traces = List.copyOf(traces);
  }
}
