package io.firedrill.internal.prometheus;

import io.firedrill.internal.source.InputException;
import io.firedrill.internal.source.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Maps Prometheus's errors about rules to the user's files. The answer to a failed reload contains
 * no reason; the server's log has the error of the first file that failed.
 */
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
   * Lets a server parse every expression, which finds all errors in all files at once. Call this
   * before loading them.
   *
   * @throws InputException with a problem for each expression that the server refuses
   * @throws PrometheusException if the server does not answer
   */
  public static void checkExpressions(PrometheusApi server, List<RuleGroup> groups) {
    List<Problem> problems = new ArrayList<>();
    for (RuleGroup group : groups) {
      for (Rule rule : group.rules()) {
        try {
          server.parse(rule.expr());
        } catch (PrometheusException e) {
          if (!e.errorType().equals("bad_data")) {
            throw e;
          }
          problems.add(
              ExpressionError.read(rule, e.serverMessage())
                  .orElseGet(
                      () -> rule.exprScalar().error(says(e.serverMessage()), Optional.empty()))
                  .orHint(FeatureHint.of(e.serverMessage())));
        }
      }
    }
    throwIfAny(problems);
  }

  /**
   * The reason for a failed reload, from the server's log.
   *
   * @param log the server's log since the reload, with one entry per line; other lines are ignored
   * @return the exception to throw; empty if the log does not mention these rule files
   */
  public Optional<InputException> explain(String log) {
    List<Problem> problems =
        LogEntries.failedGroups(log).stream()
            .flatMap(message -> problems(message).stream())
            .distinct()
            .sorted(Comparator.comparing(Problem::position).thenComparing(Problem::message))
            .toList();
    return problems.isEmpty() ? Optional.empty() : Optional.of(new InputException(problems));
  }

  private List<Problem> problems(String message) {
    return units.entrySet().stream()
        .filter(unit -> message.contains(unit.getKey() + ": "))
        .findFirst()
        .map(
            unit -> {
              int end = message.indexOf(unit.getKey() + ": ") + unit.getKey().length() + 2;
              return new UnitErrors(unit.getValue()).read(message.substring(end));
            })
        .orElse(List.of());
  }

  static String says(String message) {
    return "Prometheus says: " + message;
  }

  private static void throwIfAny(List<Problem> problems) {
    if (!problems.isEmpty()) {
      throw new InputException(
          problems.stream().sorted(Comparator.comparing(Problem::position)).toList());
    }
  }
}
