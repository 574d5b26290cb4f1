package io.firedrill.internal.explain;

import io.firedrill.internal.alertmanager.AlertmanagerView;
import io.firedrill.internal.alertmanager.AlertmanagerView.ViewedAlert;
import io.firedrill.internal.alertmanager.Route;
import io.firedrill.internal.alertmanager.Routing;
import io.firedrill.internal.verdict.Claim;
import io.firedrill.model.Labels;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One alert at one instant, and a receiver that should have got a notification.
 *
 * @param run the run
 * @param claim the receiver
 * @param alert the alert
 * @param time the instant
 * @param last the last instant that is asked about
 */
record Case(ExplainedRun run, Claim claim, FiringTimes alert, Instant time, Instant last) {

  Evidence evidence() {
    return run.evidence();
  }

  /** The alert's labels, as Alertmanager has them. */
  Labels sent() {
    return alert.sent();
  }

  /** The routes that were loaded then. */
  Routing routing() {
    return evidence().routing(time);
  }

  /** The state of Alertmanager then, or empty if it was not running. */
  Optional<AlertmanagerView> view() {
    return evidence().view(time);
  }

  Optional<ViewedAlert> viewed() {
    return view()
        .flatMap(v -> v.alerts().stream().filter(a -> a.labels().equals(sent())).findFirst());
  }

  /** What Alertmanager was sent of the alert last; empty if nothing since it was started. */
  Optional<ReceivedAlerts.Received> received() {
    return evidence().servers().received().last(sent(), time);
  }

  /** Whether it fires for Alertmanager. */
  boolean isActive() {
    return received().filter(r -> r.isActive(time)).isPresent();
  }

  /** The alert's routes to the receiver. */
  private List<Route.Path> ways() {
    return routing().root().taken(sent()).stream()
        .filter(path -> path.route().receiver().equals(claim.receiver()))
        .toList();
  }

  /**
   * A reason for each of the alert's routes to the receiver; empty if there are none.
   *
   * @param reason the reason on one of them
   */
  Optional<String> onEachWay(Function<Route.Path, String> reason) {
    List<Route.Path> ways = ways();
    List<String> reasons = ways.stream().map(reason).distinct().toList();
    return reasons.size() < 2
        ? reasons.stream().findFirst()
        : Optional.of(
            ways.stream()
                .map(w -> "by the route at " + w.route().position() + ": " + reason.apply(w))
                .collect(Collectors.joining("; and ")));
  }

  /** The flushes of the alert's group. */
  List<GroupFlush> flushes(Route.Path way) {
    return run.groups().flushes(way, sent());
  }

  /** Whether the claim is about an integration of the receiver. */
  boolean isClaimed(String integration) {
    return claim.integration().filter(i -> !i.equals(integration)).isEmpty();
  }

  /** The same once a flush of the alert's group is over. */
  Case after(GroupFlush flush) {
    Instant over = flush.until().map(u -> u.minusNanos(1)).orElse(evidence().end());
    return new Case(run, claim, alert, over.isBefore(flush.time()) ? flush.time() : over, last);
  }

  boolean isPast(Instant instant) {
    return !instant.isAfter(time);
  }

  String text(Instant instant) {
    return run.text(instant);
  }
}
