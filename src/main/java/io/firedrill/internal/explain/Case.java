package io.firedrill.internal.explain;

import io.firedrill.internal.alertmanager.AlertmanagerView;
import io.firedrill.internal.alertmanager.AlertmanagerView.ViewedAlert;
import io.firedrill.internal.alertmanager.AlertmanagerView.ViewedGroup;
import io.firedrill.internal.alertmanager.Route;
import io.firedrill.internal.alertmanager.Routing;
import io.firedrill.internal.verdict.Claim;
import io.firedrill.internal.verdict.VirtualTime;
import io.firedrill.model.Labels;
import io.firedrill.model.Notification;
import io.firedrill.model.TimelineEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One alert at one instant, and a receiver that should have got a notification.
 *
 * @param evidence the evidence of the run
 * @param claim the receiver
 * @param alert the alert
 * @param others all alerts of the run
 * @param time the instant
 */
record Case(
    Evidence evidence, Claim claim, FiringTimes alert, List<FiringTimes> others, Instant time) {

  /** The routes that were loaded then. */
  Routing routing() {
    return evidence.routing(time);
  }

  /** The state of Alertmanager then, or empty if it was not running. */
  Optional<AlertmanagerView> view() {
    return evidence.looks().getOrDefault(time, Optional.empty());
  }

  Optional<ViewedAlert> viewed() {
    return view()
        .flatMap(v -> v.alerts().stream().filter(a -> a.labels().equals(alert.sent())).findFirst());
  }

  /** The alert's routes to the receiver. */
  List<Route.Path> ways() {
    return routing().root().taken(alert.sent()).stream()
        .filter(path -> path.route().receiver().equals(claim.receiver()))
        .toList();
  }

  Labels groupLabels(Route route) {
    return route.groupBy().groupLabels(alert.sent());
  }

  Optional<ViewedGroup> viewedGroup(Route route) {
    Labels labels = groupLabels(route);
    return view()
        .flatMap(
            v ->
                v.groups().stream()
                    .filter(g -> g.receiver().equals(claim.receiver()))
                    .filter(g -> g.labels().equals(labels))
                    .filter(
                        g ->
                            viewed()
                                .filter(a -> g.fingerprints().contains(a.fingerprint()))
                                .isPresent())
                    .findFirst());
  }

  GroupLooks looks(Route route) {
    List<FiringTimes> routed =
        others.stream()
            .filter(
                a ->
                    routing().root().taken(a.sent()).stream()
                        .anyMatch(path -> path.route().equals(route)))
            .toList();
    return GroupLooks.of(route, groupLabels(route), routed, evidence.loaded(time), evidence.end());
  }

  /** The receiver's notifications that mention the alert with a status, in order. */
  List<Notification> told(String status) {
    return evidence.observed().timeline().notifications().stream()
        .filter(this::isOurs)
        .filter(n -> mentions(n, status))
        .toList();
  }

  /** Failed attempts to send the alert to the receiver, in order. */
  List<TimelineEvent.Attempted> failures() {
    return evidence.observed().timeline().events().stream()
        .filter(TimelineEvent.Attempted.class::isInstance)
        .map(TimelineEvent.Attempted.class::cast)
        .filter(a -> isOurs(a.notification()))
        .filter(
            a -> a.notification().alerts().stream().anyMatch(n -> n.labels().equals(alert.sent())))
        .toList();
  }

  private boolean isOurs(Notification n) {
    return n.receiver().equals(claim.receiver())
        && claim.integration().filter(i -> !i.equals(n.integration())).isEmpty();
  }

  private boolean mentions(Notification n, String status) {
    return n.alerts().stream()
        .anyMatch(a -> a.labels().equals(alert.sent()) && a.status().equals(status));
  }

  String text(Instant instant) {
    return new VirtualTime(evidence.observed().timeline().start()).arrival(instant);
  }
}
