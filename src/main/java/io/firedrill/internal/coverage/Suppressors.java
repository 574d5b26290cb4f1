package io.firedrill.internal.coverage;

import io.firedrill.internal.alertmanager.InhibitRule;
import io.firedrill.internal.alertmanager.Route;
import io.firedrill.internal.alertmanager.Routing;
import io.firedrill.internal.alertmanager.TimeInterval;
import io.firedrill.model.LabelMatcher;
import io.firedrill.model.Labels;
import io.firedrill.model.Notification;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The inhibition rules and time intervals of a phase, which suppress notifications. */
final class Suppressors {

  private final RunFacts facts;
  private final Phase phase;
  private final Routing routing;

  Suppressors(RunFacts facts, Phase phase, Routing routing) {
    this.facts = facts;
    this.phase = phase;
    this.routing = routing;
  }

  void count(Tally tally) {
    routing.inhibitRules().forEach(rule -> count(rule, tally));
    routing.timeIntervals().forEach(interval -> count(interval, tally));
  }

  /**
   * The server reports which alert inhibited another one; the rule is found in the configuration.
   */
  private void count(InhibitRule rule, Tally tally) {
    CoverageItem item =
        CoverageItem.of(CoverageKind.INHIBITION, name(rule), Labels.empty(), rule.position());
    tally.add(item, Set.of(CoverageState.INHIBITED));
    boolean inhibited =
        facts.inhibitions().stream()
            .filter(i -> phase.contains(i.time()))
            .anyMatch(i -> rule.inhibits(i.source(), i.target()));
    if (inhibited) {
      tally.see(item, CoverageState.INHIBITED);
    }
  }

  private static String name(InhibitRule rule) {
    return matchers(rule.sources())
        + " inhibits "
        + matchers(rule.targets())
        + (rule.equal().isEmpty() ? "" : " of equal " + String.join(", ", rule.equal()));
  }

  private static String matchers(List<LabelMatcher> matchers) {
    return matchers.stream()
        .map(LabelMatcher::toString)
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private void count(TimeInterval interval, Tally tally) {
    CoverageItem item =
        CoverageItem.of(
            CoverageKind.INTERVAL, interval.name(), Labels.empty(), interval.position());
    boolean active =
        routing.root().all().anyMatch(r -> r.activeTimeIntervals().contains(interval.name()));
    tally.add(
        item,
        active
            ? EnumSet.of(CoverageState.MUTED, CoverageState.LET_PASS)
            : EnumSet.of(CoverageState.MUTED));
    if (facts.mutes().stream()
        .anyMatch(m -> phase.contains(m.time()) && m.interval().equals(interval.name()))) {
      tally.see(item, CoverageState.MUTED);
    }
    if (facts.timeline().notifications().stream()
        .anyMatch(n -> phase.contains(n.time()) && passes(interval, n))) {
      tally.see(item, CoverageState.LET_PASS);
    }
  }

  /**
   * If a route has several active time intervals, all count: it is unknown which one was active.
   */
  private boolean passes(TimeInterval interval, Notification notification) {
    return Routes.Sent.of(routing, notification).stream()
        .map(Route.Path::route)
        .anyMatch(route -> route.activeTimeIntervals().contains(interval.name()));
  }
}
