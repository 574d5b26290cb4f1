package io.firedrill.prometheus;

/**
 * A part of the millisecond in which rule groups that are due at the same instant are evaluated:
 * groups in later slots see what earlier ones recorded. Virtual time.
 *
 * @param index which part, from 0
 * @param count into how many parts the millisecond is divided, at most 1000
 */
public record Slot(int index, int count) {

  /** The whole millisecond, for a group that is due alone. */
  public static final Slot ONLY = new Slot(0, 1);

  private static final int MOST = 1000;
  private static final long MILLISECOND = 1_000_000;

  public Slot {
    if (count < 1 || count > MOST || index < 0 || index >= count) {
      throw new IllegalArgumentException("no slot " + index + " of " + count);
    }
  }

  /** The slot's first nanosecond; never 0, since a timer for the very instant may have run. */
  long fromNanos() {
    return Math.max(1, (index * MILLISECOND + count - 1) / count);
  }

  /** The first nanosecond after the slot. */
  long toNanos() {
    return ((index + 1) * MILLISECOND + count - 1) / count;
  }
}
