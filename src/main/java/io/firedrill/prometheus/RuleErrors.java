package io.firedrill.prometheus;

import io.firedrill.source.InputException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Maps what Prometheus says about rules to the user's files. */
public final class RuleErrors {

  private final Map<String, EvaluationUnit> units;

  private RuleErrors(Map<String, EvaluationUnit> units) {
    this.units = Map.copyOf(units);
  }

  /**
   * Maps the errors of a reload.
   *
   * @param unitsByPath each unit under its rule file's path, as {@code rule_files} names it
   */
  public static RuleErrors of(Map<String, EvaluationUnit> unitsByPath) {
    return new RuleErrors(unitsByPath);
  }

  /**
   * Lets a server parse every expression, which finds all mistakes at once; do it before loading.
   *
   * @throws InputException with a problem for each expression that the server refuses
   */
  public static void checkExpressions(PrometheusApi server, List<RuleGroup> groups) {
    throw new UnsupportedOperationException();
  }

  /**
   * What a failed reload was about, from the server's log.
   *
   * @param log what the server logged since, one entry a line; other lines may stand between
   * @return the exception to throw, or empty where the log does not speak of these rule files
   */
  public Optional<InputException> explain(String log) {
    throw new UnsupportedOperationException(units + log);
  }
}
