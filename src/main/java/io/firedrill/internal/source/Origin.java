package io.firedrill.internal.source;

/** Where an expectation is written: in a file, or in a program's list. */
public sealed interface Origin permits Position, Origin.Listed {

  /**
   * In a list that a program made.
   *
   * @param number the place in the list, from 1
   * @param of how long the list is
   */
  record Listed(int number, int of) implements Origin {}
}
