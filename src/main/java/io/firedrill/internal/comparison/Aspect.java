package io.firedrill.internal.comparison;

import java.util.Locale;

/** What about an alert or a notification differs. */
public enum Aspect {
  /** When it happens. */
  TIME,
  /** Who is told, and by which integration. */
  RECEIVER,
  /** An alert's labels. */
  LABELS,
  /** The labels that a notification's group has. */
  GROUP,
  /** Which alerts a notification tells of. */
  ALERTS,
  /** What a person reads, or a program where no person does. */
  TEXT;

  /** The stable word for machines: {@code time}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
