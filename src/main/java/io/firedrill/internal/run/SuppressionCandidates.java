package io.firedrill.internal.run;

import io.firedrill.internal.alertmanager.InhibitRule;
import io.firedrill.internal.alertmanager.Route;
import io.firedrill.internal.alertmanager.Routing;
import io.firedrill.internal.coverage.RunFacts.Inhibition;
import io.firedrill.internal.coverage.RunFacts.Mute;
import io.firedrill.model.Labels;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Inhibition rules and time intervals that have not suppressed anything yet.
 *
 * @param inhibitions the inhibitions so far
 * @param mutes the mutes so far
 */
record SuppressionCandidates(Routing routing, List<Inhibition> inhibitions, List<Mute> mutes) {

  /**
   * Whether one of them might suppress any of these alerts, which have the labels that Alertmanager
   * received.
   */
  boolean among(Set<Labels> firing) {
    return routing.inhibitRules().stream().filter(this::isUnseen).anyMatch(r -> holds(r, firing))
        || firing.stream()
            .flatMap(alert -> routing.root().taken(alert).stream())
            .map(Route.Path::route)
            .flatMap(
                route ->
                    Stream.concat(
                        route.muteTimeIntervals().stream(), route.activeTimeIntervals().stream()))
            .anyMatch(name -> mutes.stream().noneMatch(m -> m.interval().equals(name)));
  }

  private boolean isUnseen(InhibitRule rule) {
    return inhibitions.stream().noneMatch(i -> rule.inhibits(i.source(), i.target()));
  }

  private static boolean holds(InhibitRule rule, Set<Labels> firing) {
    List<Labels> targets = firing.stream().filter(rule::isTarget).toList();
    return firing.stream()
        .filter(rule::isSource)
        .anyMatch(source -> targets.stream().anyMatch(target -> rule.inhibits(source, target)));
  }
}
