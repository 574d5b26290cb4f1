package io.firedrill.internal.inversion;

import java.util.List;

/**
 * One of several ways to choose an input.
 *
 * @param margin how far beyond a threshold, in multiples of the usual distance; 0 = at the bound if
 *     it suffices
 * @param branch which operand of {@code or} returns something
 * @param nominal the value of an operand that can be anything
 * @param layers whether long windows see the time before
 * @param length the length of the decisive part, in multiples of what is thought to be enough
 */
record Variant(double margin, int branch, double nominal, boolean layers, double length) {

  static final List<Variant> ALL =
      List.of(
          new Variant(0, 0, 100, true, 1),
          new Variant(1, 0, 100, true, 1),
          new Variant(1, 1, 100, true, 1),
          new Variant(4, 0, 100, true, 2),
          new Variant(20, 0, 100, false, 1),
          new Variant(4, 1, 10, true, 2),
          new Variant(1, 0, 10, false, 3),
          new Variant(20, 0, 1000, true, 1));
}
