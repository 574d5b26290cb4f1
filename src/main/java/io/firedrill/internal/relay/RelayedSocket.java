package io.firedrill.internal.relay;

import io.firedrill.internal.clock.ClockException;
import io.firedrill.internal.clock.RelayConnection;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BooleanSupplier;

/**
 * A relayed connection as a socket for a server's thread. Everything that the program sent counts
 * as answered when the server waits for more input, because in every protocol it then has nothing
 * left to do. Its output is flushed just before that. So time does not advance until the server has
 * sent its greeting, and while it sends an answer.
 */
final class RelayedSocket extends Socket implements ServedConnection {

  private final RelayConnection connection;
  private final Deque<byte[]> received = new ArrayDeque<>();
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private ByteArrayInputStream current = new ByteArrayInputStream(new byte[0]);
  private long total;
  private boolean paused;
  private boolean ended;
  private boolean closed;

  RelayedSocket(RelayConnection connection) {
    this.connection = connection;
  }

  @Override
  public Socket socket() {
    return this;
  }

  synchronized void receive(byte[] bytes) {
    received.add(bytes);
    total += bytes.length;
    notifyAll();
  }

  synchronized void endOfInput() {
    ended = true;
    notifyAll();
  }

  private synchronized int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (current.available() == 0) {
      awaitBytes();
      if (received.isEmpty()) {
        return -1;
      }
      current = new ByteArrayInputStream(received.remove());
    }
    return current.read(target, offset, length);
  }

  private void awaitBytes() throws IOException {
    if (!received.isEmpty()) {
      return;
    }
    answered();
    awaitThat(() -> !received.isEmpty() || isOver());
  }

  private void answered() throws IOException {
    try {
      sendWritten();
      if (!isOver()) {
        connection.answered(total);
      }
    } catch (ClockException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  @Override
  public synchronized void pauseUntil(Instant time) throws IOException {
    try {
      paused = true;
      connection.answeredUntil(total, time);
    } catch (ClockException e) {
      throw new IOException(e.getMessage(), e);
    }
    awaitThat(() -> !paused || isOver());
    if (isOver()) {
      throw new IOException("the program has disconnected");
    }
  }

  /** The time of {@link #pauseUntil} has come. */
  synchronized void due() {
    paused = false;
    notifyAll();
  }

  @Override
  public synchronized void awaitEnd() throws IOException {
    answered();
    awaitThat(this::isOver);
  }

  private boolean isOver() {
    return ended || closed;
  }

  private void awaitThat(BooleanSupplier condition) throws IOException {
    try {
      while (!condition.getAsBoolean()) {
        wait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private void sendWritten() {
    if (written.size() > 0 && !ended) {
      connection.send(written.toByteArray());
    }
    written.reset();
  }

  private synchronized int available() {
    byte[] next = received.peek();
    return current.available() + (next == null ? 0 : next.length);
  }

  private synchronized void write(byte[] bytes, int offset, int length) throws IOException {
    if (closed || ended) {
      throw new IOException("the program has disconnected");
    }
    written.write(bytes, offset, length);
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    notifyAll();
    try {
      sendWritten();
      if (!ended) {
        connection.close();
      }
    } catch (ClockException e) {
      // The launcher has exited, and the program with it.
    }
  }

  @Override
  public InputStream getInputStream() {
    return new InputStream() {
      @Override
      public int read() throws IOException {
        byte[] one = new byte[1];
        return RelayedSocket.this.read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
      }

      @Override
      public int read(byte[] target, int offset, int length) throws IOException {
        return RelayedSocket.this.read(target, offset, length);
      }

      @Override
      public int available() {
        return RelayedSocket.this.available();
      }
    };
  }

  @Override
  public OutputStream getOutputStream() {
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        RelayedSocket.this.write(new byte[] {(byte) b}, 0, 1);
      }

      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        RelayedSocket.this.write(bytes, offset, length);
      }
    };
  }

  @Override
  public boolean isConnected() {
    return true;
  }

  @Override
  public synchronized boolean isClosed() {
    return closed;
  }

  @Override
  public InetAddress getInetAddress() {
    return InetAddress.getLoopbackAddress();
  }

  @Override
  public void setSoTimeout(int timeout) {
    // Not needed: virtual time does not advance while the server waits.
  }

  @Override
  public void setTcpNoDelay(boolean on) {
    // Not needed: output is sent as a whole.
  }
}
