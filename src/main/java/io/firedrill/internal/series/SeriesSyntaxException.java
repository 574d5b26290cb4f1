package io.firedrill.internal.series;

/** Text that is invalid in the series notation. */
public final class SeriesSyntaxException extends IllegalArgumentException {

  private final int offset;
  private final int length;

  SeriesSyntaxException(int offset, int length, String message) {
    super(message);
    this.offset = offset;
    this.length = Math.max(1, length);
  }

  /** The index of the first wrong character, from 0. */
  public int offset() {
    return offset;
  }

  /** The number of wrong characters; at least 1. */
  public int length() {
    return length;
  }
}
