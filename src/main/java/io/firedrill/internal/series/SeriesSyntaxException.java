package io.firedrill.internal.series;

/** Text that is not what the series notation allows. */
public final class SeriesSyntaxException extends IllegalArgumentException {

  private final int offset;
  private final int length;

  SeriesSyntaxException(int offset, int length, String message) {
    super(message);
    this.offset = offset;
    this.length = Math.max(1, length);
  }

  /** Where in the text the mistake begins: an index from 0. */
  public int offset() {
    return offset;
  }

  /** How many characters are to blame; at least 1. */
  public int length() {
    return length;
  }
}
