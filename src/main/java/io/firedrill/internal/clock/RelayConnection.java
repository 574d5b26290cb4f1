package io.firedrill.internal.clock;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A connection that a program made to one of the launcher's relay ports. Time stands still from the
 * moment it is opened, and from each byte that the program sends, until it is said to be {@link
 * #answered(long)}.
 */
public final class RelayConnection {

  private final VirtualClock clock;
  private final long id;
  private final int port;
  private final AtomicLong received = new AtomicLong();

  RelayConnection(VirtualClock clock, long id, int port) {
    this.clock = clock;
    this.id = id;
    this.port = port;
  }

  /** The relay port that the program connected to. */
  public int port() {
    return port;
  }

  /** Sends bytes to the program. */
  public void send(byte[] bytes) {
    clock.tell(Frame.of("data", id).with(bytes));
  }

  /** How many bytes the program has sent so far. */
  public long received() {
    return received.get();
  }

  /**
   * Says that the first bytes were dealt with: time may move on, unless there are more.
   *
   * @param count how many of the bytes that were received
   */
  public void answered(long count) {
    clock.tell(Frame.of("answered", id, count));
  }

  /**
   * Says that the first bytes were dealt with for now: time may move on up to an instant, where the
   * handler hears that it is {@link RelayHandler#due due}, and stands still until the connection is
   * answered again.
   */
  public void answeredUntil(long count, Instant time) {
    clock.tell(Frame.of("answered", id, count, Nanos.of(time)));
  }

  /** Hangs up, once what was sent has gone out. */
  public void close() {
    clock.tell(Frame.of("close", id));
  }

  void count(int bytes) {
    received.addAndGet(bytes);
  }
}
