package io.firedrill.drill;

/** A server that a {@link Drill} can stop, start and reload. */
public enum Server {
  PROMETHEUS,
  ALERTMANAGER
}
