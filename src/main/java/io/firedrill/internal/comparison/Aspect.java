package io.firedrill.internal.comparison;

import java.util.Locale;

/** The aspect in which an alert or a notification differs. */
public enum Aspect {
  /** Its time. */
  TIME,
  /** The receiver or integration of a notification. */
  RECEIVER,
  /** The labels of an alert. */
  LABELS,
  /** The group labels of a notification. */
  GROUP,
  /** The alerts in a notification. */
  ALERTS,
  /** The text of a notification, or its data if no person reads it. */
  TEXT;

  /** Its name in JSON: {@code time}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
