package io.firedrill.internal.verdict;

import java.util.Arrays;

/**
 * Pairs as many of one side with the other as possible, each with one at most: augmenting paths, so
 * that an early choice never spoils a later one.
 */
final class Matching {

  /** Whether one of the left fits one of the right. */
  interface Fit {
    boolean test(int left, int right);
  }

  private final int[] partnerOfRight;
  private final Fit fit;

  private Matching(int right, Fit fit) {
    this.partnerOfRight = new int[right];
    this.fit = fit;
    Arrays.fill(partnerOfRight, -1);
  }

  /** For each of the left the index of its partner, or -1. */
  static int[] of(int left, int right, Fit fit) {
    Matching matching = new Matching(right, fit);
    for (int i = 0; i < left; i++) {
      matching.place(i, new boolean[right]);
    }
    int[] partners = new int[left];
    Arrays.fill(partners, -1);
    for (int j = 0; j < right; j++) {
      if (matching.partnerOfRight[j] >= 0) {
        partners[matching.partnerOfRight[j]] = j;
      }
    }
    return partners;
  }

  private boolean place(int left, boolean[] tried) {
    // What is free comes first, so that equal things are paired in their order.
    for (int right = 0; right < partnerOfRight.length; right++) {
      if (partnerOfRight[right] < 0 && fit.test(left, right)) {
        partnerOfRight[right] = left;
        return true;
      }
    }
    for (int right = 0; right < partnerOfRight.length; right++) {
      if (!tried[right] && fit.test(left, right)) {
        tried[right] = true;
        if (place(partnerOfRight[right], tried)) {
          partnerOfRight[right] = left;
          return true;
        }
      }
    }
    return false;
  }
}
