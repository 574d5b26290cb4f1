package io.firedrill.internal.result;

import java.util.Locale;

/** How a test ended. */
public enum TestVerdict {
  /** It met every expectation. */
  PASSED,
  /** It did not meet some expectation. */
  FAILED,
  /** It was aborted, or its files could not be used. */
  ERROR;

  /** Its name in JSON: {@code passed}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
