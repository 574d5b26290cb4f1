package io.firedrill.prometheus;

import java.time.Duration;
import java.util.List;

/**
 * What Prometheus evaluates on one timer: one group of its own, with the rules of the user's groups
 * in order. Prometheus evaluates a group's rules one after the other, so each sees what earlier
 * ones recorded.
 *
 * @param group the group's name, unique in its plan
 * @param interval the time from one evaluation to the next, virtual time
 * @param groups the user's groups, at least one, in the order of evaluation
 */
public record EvaluationUnit(String group, Duration interval, List<RuleGroup> groups) {

  public EvaluationUnit {
    groups = List.copyOf(groups);
    if (groups.isEmpty()) {
      throw new IllegalArgumentException("no groups for " + group);
    }
  }

  /** The rule file's content: this one group. */
  public String fileText() {
    throw new UnsupportedOperationException();
  }
}
