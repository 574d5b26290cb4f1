package io.firedrill.engine;

import io.firedrill.capture.HttpFraming;
import io.firedrill.clock.ClockException;
import io.firedrill.clock.RelayConnection;
import io.firedrill.clock.RelayHandler;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Carries relayed connections to an HTTP server. A request counts as answered once its answer has
 * been sent on as a whole: time must not move while half of it is on its way.
 */
final class HttpRelay implements RelayHandler, AutoCloseable {

  private final InetSocketAddress server;
  private final Supplier<UnaryOperator<byte[]>> rewriting;
  private final LongConsumer sent;
  private final Map<RelayConnection, UnaryOperator<byte[]>> requests = new ConcurrentHashMap<>();
  private final Map<RelayConnection, Socket> sockets = new ConcurrentHashMap<>();
  private final Map<RelayConnection, HeldAnswer> held = new ConcurrentHashMap<>();

  /**
   * @param rewriting makes for each connection what turns the bytes that the program sends into
   *     those that the server gets
   * @param sent gets the IDs of answers that were held back, when they are sent
   */
  HttpRelay(
      InetSocketAddress server, Supplier<UnaryOperator<byte[]>> rewriting, LongConsumer sent) {
    this.server = server;
    this.rewriting = rewriting;
    this.sent = sent;
  }

  @Override
  public void opened(RelayConnection connection) {
    try {
      Socket socket = new Socket(server.getAddress(), server.getPort());
      socket.setTcpNoDelay(true);
      requests.put(connection, rewriting.get());
      sockets.put(connection, socket);
      Thread pump = new Thread(() -> pump(socket, connection), "firedrill-relay");
      pump.setDaemon(true);
      pump.start();
      connection.answered(0);
    } catch (IOException e) {
      connection.close();
    }
  }

  @Override
  public void received(RelayConnection connection, byte[] bytes) {
    Socket socket = sockets.get(connection);
    try {
      if (socket != null) {
        socket.getOutputStream().write(requests.get(connection).apply(bytes));
        return;
      }
    } catch (IOException e) {
      // The server has hung up; so does the program's end, below.
    }
    connection.close();
  }

  @Override
  public void closed(RelayConnection connection) {
    held.remove(connection);
    requests.remove(connection);
    Socket socket = sockets.remove(connection);
    if (socket != null) {
      close(socket);
    }
  }

  private void hold(RelayConnection connection, HeldAnswer answer) {
    if (answer.until().isEmpty()) {
      connection.answered(answer.dealtWith());
      return;
    }
    held.put(connection, answer);
    connection.answeredUntil(answer.dealtWith(), answer.until().get());
  }

  @Override
  public void due(RelayConnection connection) {
    HeldAnswer answer = held.remove(connection);
    connection.send(answer.bytes());
    connection.answered(answer.dealtWith());
    sent.accept(answer.id());
  }

  private void pump(Socket socket, RelayConnection connection) {
    byte[] buffer = new byte[8192];
    HttpFraming framing = new HttpFraming();
    try (socket) {
      InputStream in = socket.getInputStream();
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        for (byte[] answer : framing.add(buffer, count)) {
          // The program's next request may come as soon as it has this answer.
          long dealtWith = connection.received();
          Optional<HeldAnswer> hold = HeldAnswer.of(answer, dealtWith);
          if (hold.isPresent()) {
            hold(connection, hold.get());
          } else {
            connection.send(answer);
            connection.answered(dealtWith);
          }
        }
      }
      if (framing.rest().length > 0) {
        connection.send(framing.rest());
      }
    } catch (IOException | RuntimeException e) {
      // Either side is gone, and the other is told below.
    }
    if (sockets.remove(connection) != null) {
      hangUp(connection);
    }
  }

  /** Not answered before: time would move between that and the end, which is the answer. */
  private static void hangUp(RelayConnection connection) {
    try {
      connection.close();
    } catch (ClockException e) {
      // The launcher has ended, and the program with it.
    }
  }

  @Override
  public void close() {
    sockets.values().forEach(HttpRelay::close);
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException ignored) {
      // There is nothing more to be done with it.
    }
  }
}
