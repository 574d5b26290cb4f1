package io.firedrill.internal.alertmanager;

import io.firedrill.internal.source.Position;

/**
 * An integration of a receiver.
 *
 * @param receiver the receiver's name
 * @param kind Alertmanager's name for its kind, such as {@code webhook}
 * @param position its start in the file
 * @param ends whether it sends resolved notifications
 */
public record Integration(String receiver, String kind, Position position, Ends ends) {

  /** Whether resolved notifications are sent: {@code send_resolved}. */
  public enum Ends {
    TOLD,
    NOT_TOLD,
    /** The integration has no {@code send_resolved}, and its kind does not send them by default. */
    NOT_TOLD_BY_DEFAULT
  }

  /** Whether it sends resolved notifications. */
  public boolean sendsResolved() {
    return ends == Ends.TOLD;
  }
}
