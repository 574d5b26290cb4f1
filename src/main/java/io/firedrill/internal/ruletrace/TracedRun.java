package io.firedrill.internal.ruletrace;

import io.firedrill.internal.prometheus.EvaluationUnit;
import io.firedrill.internal.verdict.Observed;
import io.firedrill.internal.verdict.VirtualTime;
import io.firedrill.model.Labels;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A run whose rules are traced.
 *
 * @param observed what was observed
 * @param externalLabels the labels that Prometheus adds to alerts
 * @param units the rule groups that were evaluated at an evaluation
 * @param queries asks Prometheus
 * @param unavailable why Prometheus cannot be asked
 * @param sent the labels that notifications have
 * @param lookback for how long Prometheus sees a sample
 */
public record TracedRun(
    Observed observed,
    Labels externalLabels,
    Function<Instant, List<EvaluationUnit>> units,
    ExpressionQueries queries,
    Optional<String> unavailable,
    SentLabels sent,
    Duration lookback) {

  /** The labels with which alerts get to Alertmanager, besides external ones. */
  public enum SentLabels {
    /** Those that Prometheus has. */
    THEIR_OWN,
    /** {@code alert_relabel_configs} may have changed them. */
    RELABELLED
  }

  Instant start() {
    return observed.timeline().start();
  }

  Instant end() {
    return observed.timeline().end();
  }

  /** The evaluations of a rule, in order. */
  List<Instant> evaluations(TracedRule rule) {
    return observed.evaluations().stream().filter(e -> rule.isEvaluatedAt(e, start())).toList();
  }

  VirtualTime time() {
    return new VirtualTime(start());
  }
}
