package io.firedrill.internal.prometheus;

import io.firedrill.model.Labels;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A loaded rule and the result of its last evaluation.
 *
 * @param kind alerting or recording
 * @param name the name of the alert or of the recorded metric
 * @param query the expression, as Prometheus formats it
 * @param labels the labels that the rule adds
 * @param health whether the last evaluation succeeded
 * @param lastError Prometheus's error message of the last evaluation; empty if it succeeded
 * @param lastEvaluation the server's clock at the last evaluation, virtual time; empty before the
 *     first
 * @param alerts the alerts that are pending or firing; none for a recording rule
 */
public record RuleStatus(
    Kind kind,
    String name,
    String query,
    Labels labels,
    Health health,
    Optional<String> lastError,
    Optional<Instant> lastEvaluation,
    List<ActiveAlert> alerts) {

  /** The two kinds of rule. */
  public enum Kind {
    /** Raises alerts. */
    ALERTING,
    /** Records a new series. */
    RECORDING
  }

  /** The outcome of a rule's last evaluation. */
  public enum Health {
    /** Not evaluated yet. */
    UNKNOWN,
    /** Evaluated. */
    OK,
    /** Failed; see {@link RuleStatus#lastError()}. */
    ERR
  }

  public RuleStatus {
    alerts = List.copyOf(alerts);
  }
}
