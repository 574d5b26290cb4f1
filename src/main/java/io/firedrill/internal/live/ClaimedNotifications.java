package io.firedrill.internal.live;

import io.firedrill.drill.ReceivedNotifications;
import io.firedrill.internal.scenario.Integrations;
import io.firedrill.internal.verdict.Claim;
import io.firedrill.internal.verdict.Difference;
import io.firedrill.internal.verdict.Differences;
import io.firedrill.internal.verdict.Observed;
import io.firedrill.model.Notification;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a receiver was told, up to one virtual instant of a drill.
 *
 * @param claim which notifications are meant
 * @param observed all that the drill had observed
 */
public record ClaimedNotifications(Claim claim, Observed observed)
    implements ReceivedNotifications {

  static ClaimedNotifications of(String receiver, Observed observed) {
    return new ClaimedNotifications(
        new Claim(receiver, Optional.empty(), Optional.empty(), Optional.empty()), observed);
  }

  @Override
  public ClaimedNotifications by(String kind) {
    Integrations.require(kind);
    return new ClaimedNotifications(
        new Claim(claim.receiver(), Optional.of(kind), claim.from(), claim.to()), observed);
  }

  @Override
  public ClaimedNotifications between(Duration first, Duration last) {
    Claim.requireWindow(first, last);
    return new ClaimedNotifications(
        new Claim(claim.receiver(), claim.integration(), Optional.of(first), Optional.of(last)),
        observed);
  }

  @Override
  public List<Notification> notifications() {
    return claim.in(observed.timeline());
  }

  @Override
  public Optional<String> unknown() {
    return Differences.unknownReceiver(claim, observed).map(Difference::text);
  }

  /**
   * Notifications as they are inside.
   *
   * @throws IllegalArgumentException if they are not of a drill
   */
  public static ClaimedNotifications of(ReceivedNotifications notifications) {
    return RigDrill.own(ClaimedNotifications.class, notifications);
  }
}
