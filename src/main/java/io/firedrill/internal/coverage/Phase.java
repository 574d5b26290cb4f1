package io.firedrill.internal.coverage;

import io.firedrill.internal.alertmanager.Routing;
import io.firedrill.internal.prometheus.RuleGroup;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A part of a run with the same rules and routes.
 *
 * @param from its start
 * @param to its end, exclusive
 * @param groups the rule groups
 * @param routing the routes, if an Alertmanager ran
 */
public record Phase(Instant from, Instant to, List<RuleGroup> groups, Optional<Routing> routing) {
  public Phase {
    groups = List.copyOf(groups);
  }

  public boolean contains(Instant time) {
    return !time.isBefore(from) && time.isBefore(to);
  }
}
