package io.firedrill.drill;

import io.firedrill.internal.scenario.Integrations;
import io.firedrill.internal.verdict.Claim;
import io.firedrill.internal.verdict.Observed;
import io.firedrill.model.Notification;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The notifications of a receiver, up to one virtual instant of a drill.
 *
 * @param claim which notifications to select
 * @param observed everything that the drill had observed
 */
public record ReceivedNotifications(Claim claim, Observed observed) {

  static ReceivedNotifications of(String receiver, Observed observed) {
    return new ReceivedNotifications(
        new Claim(receiver, Optional.empty(), Optional.empty(), Optional.empty()), observed);
  }

  /**
   * Selects the notifications of one kind of integration: {@code webhook}, {@code slack}, {@code
   * email}.
   *
   * @throws IllegalArgumentException if Alertmanager has no such kind
   */
  public ReceivedNotifications by(String kind) {
    Integrations.require(kind);
    return new ReceivedNotifications(
        new Claim(claim.receiver(), Optional.of(kind), claim.from(), claim.to()), observed);
  }

  /**
   * Selects the notifications in a window.
   *
   * @param first the window's start, as virtual time since the drill's start
   * @param last the window's end, as virtual time since the drill's start, inclusive; a whole
   *     second includes all its fractions, because these depend on the machine
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
