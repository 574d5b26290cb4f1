package io.firedrill.internal.prometheus;

import static io.firedrill.internal.prometheus.XxHash64.PRIME1;
import static io.firedrill.internal.prometheus.XxHash64.PRIME2;
import static io.firedrill.internal.prometheus.XxHash64.PRIME3;
import static io.firedrill.internal.prometheus.XxHash64.PRIME4;
import static io.firedrill.internal.prometheus.XxHash64.PRIME5;

/** Inverts the last steps of XXH64, each of which is a bijection of the state. */
final class XxHash64Inverse {

  private static final long INVERSE1 = inverse(PRIME1);
  private static final long INVERSE2 = inverse(PRIME2);
  private static final long INVERSE3 = inverse(PRIME3);

  private XxHash64Inverse() {}

  /** The state after the tail's word at an index that leads to a hash. */
  static long after(int word, byte[] input, long hash) {
    int words = word + (input.length - word) / Long.BYTES * Long.BYTES;
    int bytes = words + (input.length - words) / Integer.BYTES * Integer.BYTES;
    long state = unspread(hash);
    for (int at = input.length - 1; at >= bytes; at--) {
      state = Long.rotateRight(state * INVERSE1, 11) ^ (input[at] & 0xff) * PRIME5;
    }
    if (bytes > words) {
      state = Long.rotateRight((state - PRIME3) * INVERSE2, 23) ^ XxHash64.mixedInt(input, words);
    }
    for (int at = words - Long.BYTES; at > word; at -= Long.BYTES) {
      state = beforeWord(state) ^ XxHash64.round(0, XxHash64.longAt(input, at));
    }
    return state;
  }

  /** The word of the tail that leads from one state to another. */
  static long word(long before, long after) {
    long mixed = beforeWord(after) ^ before;
    return Long.rotateRight(mixed * INVERSE1, 31) * INVERSE2;
  }

  private static long beforeWord(long state) {
    return Long.rotateRight((state - PRIME4) * INVERSE1, 27);
  }

  private static long unspread(long hash) {
    long state = (hash ^ hash >>> 32) * INVERSE3;
    state = (state ^ state >>> 29 ^ state >>> 58) * INVERSE2;
    return state ^ state >>> 33;
  }

  /**
   * The inverse of an odd number modulo 2^64, by Newton's method: each step doubles the number of
   * correct bits, which starts at 3.
   */
  private static long inverse(long odd) {
    long inverse = odd;
    for (int bits = 3; bits < Long.SIZE; bits *= 2) {
      inverse *= 2 - odd * inverse;
    }
    return inverse;
  }
}
