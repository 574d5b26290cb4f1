package io.firedrill.internal.prometheus;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Finds eight characters with which a group's hash has a given remainder. They follow the last
 * whole stripe of the hash, where each hash corresponds to exactly one word. So hashes with the
 * remainder are tried until the word consists of characters for file names, which is true for one
 * word in 65,536.
 */
final class SaltSolver {

  /** The length of a salt. */
  static final int LENGTH = Long.BYTES;

  private static final boolean[] FIT = fit();

  private final byte[] template;
  private final int at;
  private final long before;

  /**
   * @param template the hashed bytes, with any salt
   * @param at the index of the salt, a multiple of {@link XxHash64#STRIPE}; less than a stripe
   *     follows
   */
  SaltSolver(byte[] template, int at) {
    if (at != XxHash64.wholeStripes(template)) {
      throw new IllegalArgumentException("the salt is not in the tail: " + at);
    }
    this.template = template.clone();
    this.at = at;
    this.before = XxHash64.beforeTail(template);
  }

  /** A salt for which hash % modulus is in [from, from + width), near the middle if possible. */
  Optional<String> find(long modulus, long from, long width) {
    for (long i = width / 2; i < width; i++) {
      long most = Long.divideUnsigned(-1 - (from + i), modulus);
      for (long k = 0; Long.compareUnsigned(k, most) <= 0; k++) {
        long word =
            XxHash64Inverse.word(
                before, XxHash64Inverse.after(at, template, from + i + k * modulus));
        if (fits(word)) {
          return Optional.of(text(word));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean fits(long word) {
    for (int bits = 0; bits < Long.SIZE; bits += Byte.SIZE) {
      if (!FIT[(int) (word >>> bits) & 0xff]) {
        return false;
      }
    }
    return true;
  }

  private static String text(long word) {
    byte[] bytes = new byte[LENGTH];
    for (int i = 0; i < LENGTH; i++) {
      bytes[i] = (byte) (word >>> i * Byte.SIZE);
    }
    return new String(bytes, StandardCharsets.US_ASCII);
  }

  private static boolean[] fit() {
    boolean[] fit = new boolean[256];
    "-_0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
        .chars()
        .forEach(c -> fit[c] = true);
    return fit;
  }
}
