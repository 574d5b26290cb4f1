package io.firedrill.engine;

import io.firedrill.clock.RelayConnection;
import io.firedrill.clock.RelayHandler;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Serves each relayed connection by a thread of its own, in whatever protocol. */
final class SocketRelay implements RelayHandler, AutoCloseable {

  private final Consumer<Socket> server;
  private final Map<RelayConnection, RelaySocket> sockets = new ConcurrentHashMap<>();

  SocketRelay(Consumer<Socket> server) {
    this.server = server;
  }

  @Override
  public void opened(RelayConnection connection) {
    RelaySocket socket = new RelaySocket(connection);
    sockets.put(connection, socket);
    Thread thread = new Thread(() -> serve(socket), "firedrill-relay");
    thread.setDaemon(true);
    thread.start();
  }

  private void serve(RelaySocket socket) {
    try (socket) {
      server.accept(socket);
    }
  }

  @Override
  public void received(RelayConnection connection, byte[] bytes) {
    RelaySocket socket = sockets.get(connection);
    if (socket != null) {
      socket.receive(bytes);
    }
  }

  @Override
  public void closed(RelayConnection connection) {
    RelaySocket socket = sockets.remove(connection);
    if (socket != null) {
      socket.endOfInput();
    }
  }

  @Override
  public void close() {
    sockets.values().forEach(RelaySocket::endOfInput);
  }
}
