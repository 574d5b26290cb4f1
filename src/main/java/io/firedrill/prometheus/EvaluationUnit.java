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

  /** What a group says for all its rules; groups of one unit agree in it. */
  static final List<String> SHARED_KEYS = List.of("limit", "query_offset", "labels");

  public EvaluationUnit {
    groups = List.copyOf(groups);
    if (groups.isEmpty()) {
      throw new IllegalArgumentException("no groups for " + group);
    }
  }

  /** The rules of all groups, in the order of evaluation. */
  List<Rule> rules() {
    return groups.stream().flatMap(g -> g.rules().stream()).toList();
  }

  /** The rule file's content: this one group. */
  public String fileText() {
    return UnitText.of(this).text();
  }
}
