package io.firedrill.internal.prometheus;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** XXH64 with seed 0, after its specification (Yann Collet, xxHash fast digest algorithm 0.1.1). */
final class XxHash64 {

  static final int STRIPE = 32;

  static final long PRIME1 = 0x9E3779B185EBCA87L;
  static final long PRIME2 = 0xC2B2AE3D27D4EB4FL;
  static final long PRIME3 = 0x165667B19E3779F9L;
  static final long PRIME4 = 0x85EBCA77C2B2AE63L;
  static final long PRIME5 = 0x27D4EB2F165667C5L;

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  private XxHash64() {}

  static long hash(byte[] input) {
    if (input.length < STRIPE) {
      return finish(PRIME5 + input.length, input);
    }
    return finish(beforeTail(input), input);
  }

  /** The state after the whole stripes, of which there is at least one. */
  static long beforeTail(byte[] input) {
    return merge(lane(input, 0), lane(input, 1), lane(input, 2), lane(input, 3)) + input.length;
  }

  /** One of the four accumulators after all whole stripes. */
  private static long lane(byte[] input, int lane) {
    long accumulator = start(lane);
    for (int at = lane * 8; at < wholeStripes(input); at += STRIPE) {
      accumulator = round(accumulator, longAt(input, at));
    }
    return accumulator;
  }

  private static long start(int lane) {
    return switch (lane) {
      case 0 -> PRIME1 + PRIME2;
      case 1 -> PRIME2;
      case 2 -> 0;
      default -> -PRIME1;
    };
  }

  static int wholeStripes(byte[] input) {
    return input.length / STRIPE * STRIPE;
  }

  static long longAt(byte[] input, int at) {
    return (long) LONG.get(input, at);
  }

  static long mixedInt(byte[] input, int at) {
    return Integer.toUnsignedLong((int) INT.get(input, at)) * PRIME1;
  }

  static long round(long accumulator, long input) {
    return Long.rotateLeft(accumulator + input * PRIME2, 31) * PRIME1;
  }

  private static long merge(long a, long b, long c, long d) {
    long hash =
        Long.rotateLeft(a, 1)
            + Long.rotateLeft(b, 7)
            + Long.rotateLeft(c, 12)
            + Long.rotateLeft(d, 18);
    hash = (hash ^ round(0, a)) * PRIME1 + PRIME4;
    hash = (hash ^ round(0, b)) * PRIME1 + PRIME4;
    hash = (hash ^ round(0, c)) * PRIME1 + PRIME4;
    return (hash ^ round(0, d)) * PRIME1 + PRIME4;
  }

  /** Mixes in the rest after the whole stripes, and finalizes the hash. */
  private static long finish(long hash, byte[] input) {
    int at = wholeStripes(input);
    for (; at + 8 <= input.length; at += 8) {
      hash = Long.rotateLeft(hash ^ round(0, longAt(input, at)), 27) * PRIME1 + PRIME4;
    }
    if (at + 4 <= input.length) {
      hash = Long.rotateLeft(hash ^ mixedInt(input, at), 23) * PRIME2 + PRIME3;
      at += 4;
    }
    for (; at < input.length; at++) {
      hash = Long.rotateLeft(hash ^ (input[at] & 0xff) * PRIME5, 11) * PRIME1;
    }
    hash = (hash ^ hash >>> 33) * PRIME2;
    hash = (hash ^ hash >>> 29) * PRIME3;
    return hash ^ hash >>> 32;
  }
}
