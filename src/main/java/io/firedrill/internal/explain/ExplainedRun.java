package io.firedrill.internal.explain;

import io.firedrill.internal.verdict.VirtualTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * A run with what follows from its evidence.
 *
 * @param evidence the evidence
 * @param alerts all alerts of the run
 * @param groups all groups of the run
 */
record ExplainedRun(Evidence evidence, List<FiringTimes> alerts, Groups groups) {

  static ExplainedRun of(Evidence evidence) {
    List<FiringTimes> alerts =
        evidence.observed().alertStates().stream()
            .map(
                presence ->
                    FiringTimes.of(
                        presence, evidence.externalLabels(), evidence.observed().evaluations()))
            .sorted(Comparator.comparing(FiringTimes::alert))
            .toList();
    return new ExplainedRun(
        evidence, Relabelling.of(evidence.servers().received(), alerts), new Groups(evidence));
  }

  String text(Instant instant) {
    return new VirtualTime(evidence.observed().timeline().start()).arrival(instant);
  }
}
