package io.firedrill.internal.live;

import io.firedrill.drill.ReceivedNotifications;
import io.firedrill.internal.scenario.Integrations;
import io.firedrill.internal.verdict.Claim;
import io.firedrill.internal.verdict.Difference;
import io.firedrill.internal.verdict.Differences;
import io.firedrill.internal.verdict.Observed;
import io.firedrill.model.Notification;
import io.firedrill.model.Timeline;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The notifications of a receiver, up to one virtual instant of a drill. */
public final class ClaimedNotifications implements ReceivedNotifications {

  private final Claim claim;
  private final Observed observed;
  private final UnaryOperator<Difference> explainer;
  private final Runnable expectNone;

  private ClaimedNotifications(
      Claim claim, Observed observed, UnaryOperator<Difference> explainer, Runnable expectNone) {
    this.claim = claim;
    this.observed = observed;
    this.explainer = explainer;
    this.expectNone = expectNone;
  }

  /** Notifications of an observation whose servers cannot be queried. */
  public ClaimedNotifications(Claim claim, Observed observed) {
    this(claim, observed, difference -> difference, () -> {});
  }

  static ClaimedNotifications of(String receiver, LiveDrill drill) {
    return new ClaimedNotifications(
        new Claim(receiver, Optional.empty(), Optional.empty(), Optional.empty()),
        drill.observed(),
        drill.lookNow()::explained,
        () -> drill.use().expectNoNotification(receiver));
  }

  @Override
  public ClaimedNotifications by(String kind) {
    Integrations.require(kind);
    return new ClaimedNotifications(
        new Claim(claim.receiver(), Optional.of(kind), claim.from(), claim.to()),
        observed,
        explainer,
        expectNone);
  }

  @Override
  public ClaimedNotifications between(Duration first, Duration last) {
    Claim.requireWindow(first, last);
    return new ClaimedNotifications(
        new Claim(claim.receiver(), claim.integration(), Optional.of(first), Optional.of(last)),
        observed,
        explainer,
        expectNone);
  }

  @Override
  public List<Notification> notifications() {
    return claim.in(observed.timeline());
  }

  @Override
  public Optional<String> unknown() {
    return Differences.unknownReceiver(claim, observed).map(Difference::text);
  }

  /** The receiver, integration and time window of these notifications. */
  public Claim claim() {
    return claim;
  }

  /** Notes that the receiver is expected to get nothing. */
  public void expectNone() {
    expectNone.run();
  }

  /** All that the drill had observed. */
  public Observed observed() {
    return observed;
  }

  /** The same of another timeline, which the drill's servers cannot explain. */
  public ClaimedNotifications under(Timeline timeline) {
    return new ClaimedNotifications(claim, observed.with(timeline));
  }

  /**
   * A difference, explained with the state of Alertmanager if the drill has not moved since these
   * were read.
   */
  public Difference explained(Difference difference) {
    return explainer.apply(difference);
  }

  /**
   * Casts notifications of the public API to this implementation.
   *
   * @throws IllegalArgumentException if they do not come from a drill
   */
  public static ClaimedNotifications of(ReceivedNotifications notifications) {
    return RigDrill.own(ClaimedNotifications.class, notifications);
  }
}
