package io.firedrill.internal.coverage;

import io.firedrill.internal.alertmanager.Route;
import io.firedrill.internal.alertmanager.Routing;
import io.firedrill.model.AlertState;
import io.firedrill.model.Labels;
import io.firedrill.model.Notification;
import io.firedrill.model.Notification.NotifiedAlert;
import io.firedrill.model.TimelineEvent.AlertChanged;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The routes and receivers of a phase, and the time intervals that let notifications pass. */
final class Routes {

  private final RunFacts facts;
  private final Phase phase;
  private final Routing routing;
  private final Map<Route, CoverageItem> items = new HashMap<>();

  Routes(RunFacts facts, Phase phase, Routing routing) {
    this.facts = facts;
    this.phase = phase;
    this.routing = routing;
  }

  void count(Tally tally) {
    add(routing.root(), "", tally);
    Map<String, CoverageItem> receivers = receivers();
    receivers.values().forEach(item -> tally.add(item, Set.of(CoverageState.NOTIFIED)));
    for (Labels alert : firing()) {
      for (Route.Path way : routing.root().taken(facts.sent(alert))) {
        way.routes().forEach(r -> tally.see(items.get(r), CoverageState.MATCHED));
      }
    }
    for (Notification notification : facts.timeline().notifications()) {
      if (phase.contains(notification.time())) {
        if (receivers.containsKey(notification.receiver())) {
          tally.see(receivers.get(notification.receiver()), CoverageState.NOTIFIED);
        }
        // An alert in a notification has fired, even if relabelling has changed its labels.
        for (Route.Path way : Sent.of(routing, notification)) {
          for (Route route : way.routes()) {
            tally.see(items.get(route), CoverageState.MATCHED);
            tally.see(items.get(route), CoverageState.NOTIFIED);
          }
        }
      }
    }
  }

  /**
   * Adds a route and those below it. Only routes that lead to an integration can send
   * notifications.
   */
  private void add(Route route, String above, Tally tally) {
    String way = above.isEmpty() ? route.matchersText() : above + " " + route.matchersText();
    String matchers = above.isEmpty() && route.matchers().isEmpty() ? "" : " " + way;
    CoverageItem item =
        CoverageItem.of(
            CoverageKind.ROUTE, route.receiver() + matchers, Labels.empty(), route.position());
    items.put(route, item);
    boolean tells = route.all().anyMatch(r -> hasIntegration(r.receiver()));
    tally.add(
        item,
        tells
            ? EnumSet.of(CoverageState.MATCHED, CoverageState.NOTIFIED)
            : EnumSet.of(CoverageState.MATCHED));
    String below = matchers.isEmpty() ? "" : way;
    route.children().forEach(child -> add(child, below, tally));
  }

  private boolean hasIntegration(String receiver) {
    return routing.integrations().stream().anyMatch(i -> i.receiver().equals(receiver));
  }

  private Map<String, CoverageItem> receivers() {
    return routing.receivers().stream()
        .filter(r -> hasIntegration(r.name()))
        .collect(
            Collectors.toMap(
                r -> r.name(),
                r -> CoverageItem.of(CoverageKind.RECEIVER, r.name(), Labels.empty(), r.position()),
                (first, second) -> first));
  }

  /** The alerts that fired during the phase. */
  private Set<Labels> firing() {
    Map<Labels, AlertState> before = new HashMap<>();
    Set<Labels> firing = new TreeSet<>();
    for (AlertChanged change : facts.timeline().alertChanges()) {
      if (change.time().isBefore(phase.from())) {
        before.put(change.alert(), change.to());
      } else if (phase.contains(change.time()) && change.to() == AlertState.FIRING) {
        firing.add(change.alert());
      }
    }
    before.forEach(
        (alert, state) -> {
          if (state == AlertState.FIRING) {
            firing.add(alert);
          }
        });
    return firing;
  }

  /** Finds the routes of a notification. */
  static final class Sent {

    private Sent() {}

    /**
     * The routes that may have sent a notification. If two routes send the same alert to the same
     * receiver, grouped by the same labels, their notifications look the same, and both routes
     * count.
     */
    static List<Route.Path> of(Routing routing, Notification notification) {
      return notification.alerts().stream()
          .map(NotifiedAlert::labels)
          .flatMap(
              alert ->
                  routing.root().taken(alert).stream()
                      .filter(way -> way.route().receiver().equals(notification.receiver()))
                      .filter(
                          way ->
                              way.route()
                                  .groupBy()
                                  .groupLabels(alert)
                                  .equals(notification.groupLabels())))
          .distinct()
          .toList();
    }
  }
}
