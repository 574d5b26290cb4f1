package io.firedrill.internal.coverage;

import io.firedrill.internal.alertmanager.Routing;
import io.firedrill.internal.prometheus.RuleGroup;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A part of a run in which the same rules and routes were loaded.
 *
 * @param from its begin
 * @param to its end, which belongs to the next phase
 * @param groups the rule groups
 * @param routing the routes, if an Alertmanager ran
 */
public record Phase(Instant from, Instant to, List<RuleGroup> groups, Optional<Routing> routing) {
  public Phase {
    groups = List.copyOf(groups);
  }

  /** Whether an instant lies in it. */
  public boolean contains(Instant time) {
    return !time.isBefore(from) && time.isBefore(to);
  }
}
