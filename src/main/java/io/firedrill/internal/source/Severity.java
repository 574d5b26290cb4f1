package io.firedrill.internal.source;

import java.util.Locale;

/** How bad a problem is. */
public enum Severity {
  /** The file cannot be used. */
  ERROR,
  /** The file can be used, but is probably not meant so. */
  WARNING,
  /** A matter of style. */
  INFO;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
