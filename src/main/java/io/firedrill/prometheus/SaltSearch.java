package io.firedrill.prometheus;

import java.util.OptionalLong;

/**
 * Tries salts until a group's hash leaves a wanted remainder. A salt is eight hexadecimal digits
 * that fill exactly lane 2 of the hash's first stripe, so all else is computed once.
 */
final class SaltSearch {

  static final int SALT_AT = 16;

  private static final int LANE = 2;
  private static final int HALF = 1 << 16;
  private static final long[] FOUR_DIGITS = fourDigits();

  private final byte[] template;
  private final long[] laneAfterSalt;
  private final long lane0;
  private final long lane1;
  private final long lane3;

  /**
   * @param template the bytes that are hashed, with any salt at {@link #SALT_AT}
   */
  SaltSearch(byte[] template) {
    this.template = template.clone();
    this.laneAfterSalt = new long[template.length / XxHash64.STRIPE - 1];
    for (int i = 0; i < laneAfterSalt.length; i++) {
      laneAfterSalt[i] = XxHash64.longAt(template, SALT_AT + (i + 1) * XxHash64.STRIPE);
    }
    this.lane0 = XxHash64.lane(template, 0);
    this.lane1 = XxHash64.lane(template, 1);
    this.lane3 = XxHash64.lane(template, 3);
  }

  /** A salt's digits as they stand in the path. */
  static String text(long salt) {
    return String.format("%08x", salt);
  }

  /** The first salt for which hash % modulus lies in [from, from + width). */
  OptionalLong find(long modulus, long from, long width) {
    for (int high = 0; high < HALF; high++) {
      int low = findLow(FOUR_DIGITS[high], modulus, from, width);
      if (low >= 0) {
        return OptionalLong.of((long) high << 16 | low);
      }
    }
    return OptionalLong.empty();
  }

  private int findLow(long high, long modulus, long from, long width) {
    for (int low = 0; low < HALF; low++) {
      // The digits stand in the path from left to right, and a lane is little-endian.
      long hash = hash(high | FOUR_DIGITS[low] << 32);
      if (Long.compareUnsigned(Long.remainderUnsigned(hash, modulus) - from, width) < 0) {
        return low;
      }
    }
    return -1;
  }

  private long hash(long salt) {
    long lane2 = XxHash64.round(XxHash64.start(LANE), salt);
    for (long next : laneAfterSalt) {
      lane2 = XxHash64.round(lane2, next);
    }
    long merged = XxHash64.merge(lane0, lane1, lane2, lane3);
    return XxHash64.finish(merged + template.length, template);
  }

  private static long[] fourDigits() {
    long[] digits = new long[HALF];
    for (int i = 0; i < HALF; i++) {
      for (int digit = 0; digit < 4; digit++) {
        long character = Character.forDigit(i >>> 4 * (3 - digit) & 0xf, 16);
        digits[i] |= character << 8 * digit;
      }
    }
    return digits;
  }
}
