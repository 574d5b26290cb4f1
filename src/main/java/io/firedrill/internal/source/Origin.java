package io.firedrill.internal.source;

/** The place of an expectation: in a file, or in a list of a program. */
public sealed interface Origin permits Position, Origin.Listed {

  /**
   * A place in a list of a program.
   *
   * @param number the number in the list, from 1
   * @param of the length of the list
   */
  record Listed(int number, int of) implements Origin {}
}
