package io.firedrill.internal.verdict;

/** What to think of things that were found, but not expected. */
public enum Extra {
  /** There should be none. */
  REFUSED,
  /** They do not matter. */
  IGNORED
}
