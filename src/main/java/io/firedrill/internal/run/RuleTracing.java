package io.firedrill.internal.run;

import io.firedrill.internal.prometheus.EvaluationUnit;
import io.firedrill.internal.ruletrace.ExpressionQueries;
import io.firedrill.internal.ruletrace.RuleTraces;
import io.firedrill.internal.ruletrace.TracedRun;
import io.firedrill.internal.ruletrace.TracedRun.SentLabels;
import io.firedrill.internal.verdict.Observed;
import io.firedrill.internal.verdict.QueryOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Traces the rules of a run whose servers are still there. */
public final class RuleTracing {

  private RuleTracing() {}

  /** Answers to questions about what was observed. */
  public static RuleTraces of(Run run, Observed observed) {
    return new RuleTraces(
        new TracedRun(
            observed,
            run.spec().options().externalLabels(),
            time -> units(run, time),
            new Queries(run.servers()),
            run.servers().isAnswering()
                ? Optional.empty()
                : Optional.of("no Prometheus is running"),
            run.spec().scraping().isPresent() ? SentLabels.RELABELLED : SentLabels.THEIR_OWN,
            run.spec().options().flags().lookback()));
  }

  /** The groups that were loaded at an evaluation. */
  private static List<EvaluationUnit> units(Run run, Instant evaluation) {
    return run.servers().prometheuses().stream()
        .flatMap(p -> p.record().schedule(evaluation).stream())
        .findFirst()
        .map(EvaluationSchedule::units)
        .orElse(List.of());
  }

  private record Queries(RunServers servers) implements ExpressionQueries {
    @Override
    public QueryOutcome at(String expr, Instant time) {
      return servers.query(expr, time);
    }

    @Override
    public QueryOutcome range(String expr, Instant from, Instant to, Duration step) {
      return servers.queryRange(expr, from, to, step);
    }
  }
}
