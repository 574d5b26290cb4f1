package io.firedrill.internal.prometheus;

/**
 * The part of the millisecond after an instant in which a rule group is evaluated. Virtual time.
 *
 * @param fromNanos the first nanosecond after the instant; 0 is the instant itself
 * @param toNanos the first nanosecond after the slot
 */
public record Slot(long fromNanos, long toNanos) {

  private static final int MOST = 1000;
  private static final long MILLISECOND = 1_000_000;

  /** The whole millisecond, for a single group. */
  public static final Slot ONLY = part(0, 1);

  /**
   * The instant itself, for evaluations before 1970: Prometheus's query engine truncates their time
   * towards 1970, which is a millisecond later ({@code timeMilliseconds} in its {@code
   * promql/engine.go}), but the recorder of alerts rounds down.
   */
  public static final Slot INSTANT = new Slot(0, 1);

  public Slot {
    if (fromNanos < 0 || toNanos <= fromNanos || toNanos > MILLISECOND) {
      throw new IllegalArgumentException("no slot from " + fromNanos + " to " + toNanos);
    }
  }

  /**
   * One of several slots, for groups that are due at the same instant: groups in later slots see
   * what earlier ones recorded.
   *
   * @param index the number of the slot, from 0
   * @param count the number of slots in the millisecond, at most 1000
   */
  public static Slot part(int index, int count) {
    if (count < 1 || count > MOST || index < 0 || index >= count) {
      throw new IllegalArgumentException("no slot " + index + " of " + count);
    }
    // Never the instant itself: if Prometheus's clock is at that instant, its timer may already
    // have run.
    return new Slot(Math.max(1, begin(index, count)), begin(index + 1, count));
  }

  private static long begin(int index, int count) {
    return (index * MILLISECOND + count - 1) / count;
  }
}
