package io.firedrill.internal.comparison;

import java.util.Locale;

/** How something differs between the base and the head. */
public enum Change {
  /** Only the head has it. */
  APPEARS('+'),
  /** Only the base has it. */
  VANISHES('-'),
  /** Both have it, and something about it differs. */
  CHANGES('~');

  private final char sign;

  Change(char sign) {
    this.sign = sign;
  }

  /** The sign before it in text. */
  public char sign() {
    return sign;
  }

  /** The stable word for machines: {@code appears}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
