package io.firedrill.internal.source;

import java.util.Locale;

/** The severity of a problem. */
public enum Severity {
  /** The file cannot be used. */
  ERROR,
  /** The file can be used, but probably does not mean what its author intended. */
  WARNING,
  /** A matter of style. */
  INFO;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
