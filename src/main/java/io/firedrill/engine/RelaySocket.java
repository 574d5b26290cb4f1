package io.firedrill.engine;

import io.firedrill.clock.ClockException;
import io.firedrill.clock.RelayConnection;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A relayed connection as a socket for a server's thread. All that the program sent counts as
 * answered when the server waits for more: that is the one moment, in every protocol, at which it
 * has nothing left to do. What it wrote until then goes out at once, just before. So time stands
 * still from the opening to the greeting, and never between two halves of an answer.
 */
final class RelaySocket extends Socket {

  private final RelayConnection connection;
  private final Deque<byte[]> received = new ArrayDeque<>();
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private ByteArrayInputStream current = new ByteArrayInputStream(new byte[0]);
  private long total;
  private boolean ended;
  private boolean closed;

  RelaySocket(RelayConnection connection) {
    this.connection = connection;
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
    try {
      sendWritten();
      if (!ended && !closed) {
        connection.answered(total);
      }
      while (received.isEmpty() && !ended && !closed) {
        wait();
      }
    } catch (ClockException e) {
      throw new IOException(e.getMessage(), e);
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
      throw new IOException("the program has hung up");
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
      // The launcher has ended, and the program with it.
    }
  }

  @Override
  public InputStream getInputStream() {
    return new InputStream() {
      @Override
      public int read() throws IOException {
        byte[] one = new byte[1];
        return RelaySocket.this.read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
      }

      @Override
      public int read(byte[] target, int offset, int length) throws IOException {
        return RelaySocket.this.read(target, offset, length);
      }

      @Override
      public int available() {
        return RelaySocket.this.available();
      }
    };
  }

  @Override
  public OutputStream getOutputStream() {
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        RelaySocket.this.write(new byte[] {(byte) b}, 0, 1);
      }

      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        RelaySocket.this.write(bytes, offset, length);
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
    // Time stands still for the program, however long this takes.
  }

  @Override
  public void setTcpNoDelay(boolean on) {
    // Nothing is held back.
  }
}
