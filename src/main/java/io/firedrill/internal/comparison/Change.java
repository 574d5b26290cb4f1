package io.firedrill.internal.comparison;

import java.util.Locale;

/** The kind of difference between the base and the head. */
public enum Change {
  /** Only the head has it. */
  APPEARS('+'),
  /** Only the base has it. */
  VANISHES('-'),
  /** Both have it, with differences. */
  CHANGES('~');

  private final char sign;

  Change(char sign) {
    this.sign = sign;
  }

  /** Its sign in text. */
  public char sign() {
    return sign;
  }

  /** Its name in JSON: {@code appears}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
