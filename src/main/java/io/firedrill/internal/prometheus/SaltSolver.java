package io.firedrill.internal.prometheus;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Finds eight characters with which a group's hash leaves a wanted remainder. The characters follow
 * the hash's last whole stripe, where each hash belongs to exactly one word: so hashes with the
 * remainder are tried until the word is made of characters that fit a file name, one word in
 * 65,536.
 */
final class SaltSolver {

  /** How many characters a salt has. */
  static final int LENGTH = Long.BYTES;

  private static final boolean[] FIT = fit();

  private final byte[] template;
  private final int at;
  private final long before;

  /**
   * @param template the bytes that are hashed, with any salt in them
   * @param at where the salt begins, at a multiple of {@link XxHash64#STRIPE}; fewer bytes than a
   *     stripe follow
   */
  SaltSolver(byte[] template, int at) {
    if (at != XxHash64.wholeStripes(template)) {
      throw new IllegalArgumentException("the salt is not in the tail: " + at);
    }
    this.template = template.clone();
    this.at = at;
    this.before = XxHash64.beforeTail(template);
  }

  /** A salt for which hash % modulus lies in [from, from + width), near the middle if it can be. */
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
