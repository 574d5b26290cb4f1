package io.firedrill.internal.clock;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A connection from a program to one of the launcher's relay ports. When it is opened, and whenever
 * the program sends bytes, time does not advance until {@link #answered(long)} is called.
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

  /** The number of bytes that the program has sent so far. */
  public long received() {
    return received.get();
  }

  /**
   * Marks received bytes as answered. Time may move on, unless there are more.
   *
   * @param count the number of bytes, from the first one of the connection on
   */
  public void answered(long count) {
    clock.tell(Frame.of("answered", id, count));
  }

  /**
   * Marks received bytes as answered up to an instant. At that instant {@link RelayHandler#due} is
   * called, and time does not advance until the connection is answered again.
   */
  public void answeredUntil(long count, Instant time) {
    clock.tell(Frame.of("answered", id, count, Nanos.of(time)));
  }

  /** Closes the connection after everything was sent. */
  public void close() {
    clock.tell(Frame.of("close", id));
  }

  void count(int bytes) {
    received.addAndGet(bytes);
  }
}
