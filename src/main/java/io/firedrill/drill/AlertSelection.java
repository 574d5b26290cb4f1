package io.firedrill.drill;

import java.util.Optional;

/**
 * The alerts with one name, and optionally some labels, up to one virtual instant of a {@link
 * Drill}.
 */
public interface AlertSelection {

  /** The alerting rule's name. */
  String alertname();

  /** Whether any of the alerts is firing at the last evaluation. */
  boolean isFiring();

  /** Whether any of the alerts is pending at the last evaluation. */
  boolean isPending();

  /** A message if no rule raises alerts with this name; otherwise empty. */
  Optional<String> unknown();
}
