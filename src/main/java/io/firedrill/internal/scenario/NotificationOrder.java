package io.firedrill.internal.scenario;

/** Whether the order in which an entry lists its notifications matters. */
public enum NotificationOrder {
  /** The notifications arrive in the order of the list. */
  AS_LISTED,
  /** They may arrive in any order: {@code any_order: true}. */
  ANY
}
