package io.firedrill.internal.inversion;

/** How a condition is not met. */
enum Style {
  /** As narrowly as possible. */
  NEAR,
  /** As in a healthy system. */
  HEALTHY
}
