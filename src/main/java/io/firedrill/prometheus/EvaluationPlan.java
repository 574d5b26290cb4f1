package io.firedrill.prometheus;

import io.firedrill.source.Located;
import java.time.Duration;
import java.util.List;

/** Decides which rule groups Prometheus evaluates together, how often and in which order. */
public final class EvaluationPlan {

  private EvaluationPlan() {}

  /**
   * As promtool evaluates: every group at every step, its own interval ignored.
   *
   * @param inOrder the groups in the order of evaluation; see {@link #order}
   * @param evaluationInterval from one step to the next, virtual time
   * @return the units in the order in which they have to be evaluated at each step
   */
  public static List<EvaluationUnit> promtool(
      List<RuleGroup> inOrder, Duration evaluationInterval) {
    throw new UnsupportedOperationException();
  }

  /**
   * As Prometheus evaluates: every group at its own interval.
   *
   * @param groups the groups in the order of the files
   * @param defaultInterval the interval of groups that name none, virtual time
   * @return the units in the order in which they have to be evaluated where several are due
   */
  public static List<EvaluationUnit> byInterval(List<RuleGroup> groups, Duration defaultInterval) {
    throw new UnsupportedOperationException();
  }

  /**
   * The groups in promtool's order.
   *
   * @param groups the groups in the order of the files
   * @param groupEvalOrder names, without duplicates
   * @throws io.firedrill.source.InputException if a name is not a group's
   */
  public static List<RuleGroup> order(
      List<RuleGroup> groups, List<Located<String>> groupEvalOrder) {
    throw new UnsupportedOperationException();
  }
}
