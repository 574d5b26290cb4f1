package io.firedrill.drill;

import io.firedrill.internal.scenario.Integrations;
import io.firedrill.internal.verdict.Claim;
import io.firedrill.internal.verdict.Difference;
import io.firedrill.internal.verdict.Observed;
import io.firedrill.model.Notification;
import io.firedrill.model.Timeline;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The notifications of a receiver, up to one virtual instant of a drill. */
public final class ReceivedNotifications {

  private final Claim claim;
  private final Observed observed;
  private final UnaryOperator<Difference> explainer;

  private ReceivedNotifications(
      Claim claim, Observed observed, UnaryOperator<Difference> explainer) {
    this.claim = claim;
    this.observed = observed;
    this.explainer = explainer;
  }

  /** Those of an observation whose servers cannot be looked at. */
  public ReceivedNotifications(Claim claim, Observed observed) {
    this(claim, observed, difference -> difference);
  }

  static ReceivedNotifications of(String receiver, LiveDrill drill) {
    return new ReceivedNotifications(
        new Claim(receiver, Optional.empty(), Optional.empty(), Optional.empty()),
        drill.observed(),
        drill.lookNow()::explained);
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
        new Claim(claim.receiver(), Optional.of(kind), claim.from(), claim.to()),
        observed,
        explainer);
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
        observed,
        explainer);
  }

  /** The notifications, in order of time. */
  public List<Notification> notifications() {
    return claim.in(observed.timeline());
  }

  /** Which notifications are meant. */
  public Claim claim() {
    return claim;
  }

  /** All that the drill had observed. */
  public Observed observed() {
    return observed;
  }

  /** Those of another timeline than the drill's own, which its servers cannot explain. */
  public ReceivedNotifications under(Timeline timeline) {
    return new ReceivedNotifications(claim, observed.with(timeline));
  }

  /**
   * A difference, explained by a look at Alertmanager if the drill has not moved since these were
   * received.
   */
  public Difference explained(Difference difference) {
    return explainer.apply(difference);
  }
}
