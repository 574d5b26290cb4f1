package io.firedrill.internal.alertmanager;

import io.firedrill.internal.source.Position;

/**
 * One way by which a receiver is told.
 *
 * @param receiver the receiver's name
 * @param kind Alertmanager's word for it, such as {@code webhook}
 * @param position where it begins in the file
 * @param ends whether it tells of the end of alerts
 */
public record Integration(String receiver, String kind, Position position, Ends ends) {

  /** What becomes of the end of alerts: {@code send_resolved}. */
  public enum Ends {
    TOLD,
    NOT_TOLD
  }
}
