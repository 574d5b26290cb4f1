package io.firedrill.clock;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A connection that a program made to one of the launcher's relay ports. Time stands still from the
 * moment it is opened, and from each byte that the program sends, until {@link #answered()}.
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

  /** Says that all that has been received so far was dealt with: time may move on. */
  public void answered() {
    clock.tell(Frame.of("answered", id, received.get()));
  }

  /**
   * Says that all that has been received so far was dealt with for now: time may move on up to an
   * instant, where the handler hears that it is {@link RelayHandler#due due}, and stands still
   * until the connection is answered again.
   */
  public void answeredUntil(Instant time) {
    clock.tell(Frame.of("answered", id, received.get(), Nanos.of(time)));
  }

  /** Hangs up, once what was sent has gone out. */
  public void close() {
    clock.tell(Frame.of("close", id));
  }

  void count(int bytes) {
    received.addAndGet(bytes);
  }
}
