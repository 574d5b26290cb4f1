package io.firedrill.internal.prometheus;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds failed evaluations in a server's log. The API returns only each rule's last evaluation, so
 * it would have to be queried after each.
 */
public final class EvaluationLog {

  /** The messages for a failed expression and for samples that are not stored. */
  private static final Pattern FAILURE =
      Pattern.compile(
          "Evaluating rule failed|Rule sample appending failed|Error on ingesting .* from rule"
              + " evaluation.*");

  private final Map<String, EvaluationUnit> units;

  private EvaluationLog(Map<String, EvaluationUnit> units) {
    this.units = units;
  }

  /** Reads logs of a server that has loaded these units. */
  public static EvaluationLog of(List<EvaluationUnit> units) {
    return new EvaluationLog(
        units.stream().collect(Collectors.toMap(EvaluationUnit::group, Function.identity())));
  }

  /** The failed evaluations in a log with one entry per line, in its order. */
  public List<FailedEvaluation> failures(String log) {
    return log.lines()
        .filter(line -> line.contains("rule manager"))
        .map(LogEntries::fields)
        .filter(fields -> FAILURE.matcher(fields.getOrDefault("msg", "")).matches())
        .flatMap(fields -> failure(fields).stream())
        .toList();
  }

  private Optional<FailedEvaluation> failure(Map<String, String> fields) {
    EvaluationUnit unit = units.get(fields.get("group"));
    // Prometheus 3 calls the time "time".
    String time = fields.getOrDefault("ts", fields.get("time"));
    if (unit == null || time == null || !fields.containsKey("index")) {
      return Optional.empty();
    }
    int index = Integer.parseInt(fields.get("index"));
    if (index >= unit.rules().size()) {
      return Optional
          .empty(); // It is about other rules, which had the unit's name at another time.
    }
    Rule rule = unit.rules().get(index);
    String message = fields.getOrDefault("err", fields.get("msg"));
    return Optional.of(new FailedEvaluation(Instant.parse(time), rule, message));
  }
}
