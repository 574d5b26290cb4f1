package io.firedrill.internal.result;

import java.util.Locale;

/** How a test ended. */
public enum TestVerdict {
  /** It met every expectation. */
  PASSED,
  /** It did not meet some expectation. */
  FAILED,
  /** It did not come to its end, or the servers refused its files. */
  ERROR;

  /** The stable word for reports: {@code passed}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
