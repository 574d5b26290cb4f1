package io.firedrill.drill;

import io.firedrill.internal.scenario.Integrations;
import io.firedrill.internal.verdict.Claim;
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
public record ReceivedNotifications(Claim claim, Observed observed) {

  static ReceivedNotifications of(String receiver, Observed observed) {
    return new ReceivedNotifications(
        new Claim(receiver, Optional.empty(), Optional.empty(), Optional.empty()), observed);
  }

  /**
   * Those that one kind of integration sent: {@code webhook}, {@code slack}, {@code email}.
   *
   * @throws IllegalArgumentException if Alertmanager has no such kind
   */
  public ReceivedNotifications by(String kind) {
    Integrations.require(kind);
    return new ReceivedNotifications(
        new Claim(claim.receiver(), Optional.of(kind), claim.from(), claim.to()), observed);
  }

  /**
   * Those of a window.
   *
   * @param first the window's begin, since the drill's start
   * @param last the window's end, itself included, since the drill's start; what lies below the
   *     second depends on the machine, so that a whole second is meant with all its parts
   * @throws IllegalArgumentException if the window ends before it begins
   */
  public ReceivedNotifications between(Duration first, Duration last) {
    Claim.requireWindow(first, last);
    return new ReceivedNotifications(
        new Claim(claim.receiver(), claim.integration(), Optional.of(first), Optional.of(last)),
        observed);
  }

  /** The notifications, in order of time. */
  public List<Notification> notifications() {
    return claim.in(observed.timeline());
  }
}
