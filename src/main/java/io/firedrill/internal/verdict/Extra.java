package io.firedrill.internal.verdict;

/** How to treat unexpected things. */
public enum Extra {
  /** They are an error. */
  REFUSED,
  /** They are ignored. */
  IGNORED
}
