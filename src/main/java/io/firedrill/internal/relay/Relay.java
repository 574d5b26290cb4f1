package io.firedrill.internal.relay;

import io.firedrill.internal.clock.RelayConnection;
import io.firedrill.internal.clock.RelayHandler;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Serves relayed connections by relay port, each in its own thread. Time does not advance until a
 * connection is answered.
 */
public final class Relay implements RelayHandler, AutoCloseable {

  private final Map<Integer, Consumer<RelayedSocket>> byPort = new ConcurrentHashMap<>();
  private final Map<RelayConnection, RelayedSocket> open = new ConcurrentHashMap<>();

  /** Creates a relay that serves no ports yet. */
  public Relay() {}

  /** Serves connections to a port in any protocol; each ends when the server returns. */
  public void serve(int port, Consumer<ServedConnection> server) {
    byPort.put(port, server::accept);
  }

  /** Serves connections to a port as HTTP. */
  public void serveHttp(int port, HttpService service) {
    byPort.put(port, socket -> new HttpConnection(socket, service).serve(socket));
  }

  /**
   * Serves connections to a port as an HTTP proxy, for clients that require HTTPS but accept any
   * certificate. The service answers for every host.
   */
  public void serveHttpsProxy(int port, HttpService service) {
    byPort.put(port, socket -> HttpsProxy.serve(socket, service));
  }

  /** Refuses connections to a port that nothing serves. */
  @Override
  public void opened(RelayConnection connection) {
    Consumer<RelayedSocket> server = byPort.get(connection.port());
    if (server == null) {
      connection.close();
      return;
    }
    RelayedSocket socket = new RelayedSocket(connection);
    open.put(connection, socket);
    Thread thread = new Thread(() -> serve(socket, server), "firedrill-relay");
    thread.setDaemon(true);
    thread.start();
  }

  private static void serve(RelayedSocket socket, Consumer<RelayedSocket> server) {
    try (socket) {
      server.accept(socket);
    }
  }

  @Override
  public void received(RelayConnection connection, byte[] bytes) {
    RelayedSocket socket = open.get(connection);
    if (socket == null) {
      connection.answered(connection.received());
    } else {
      socket.receive(bytes);
    }
  }

  @Override
  public void due(RelayConnection connection) {
    RelayedSocket socket = open.get(connection);
    if (socket == null) {
      connection.answered(connection.received());
    } else {
      socket.due();
    }
  }

  @Override
  public void closed(RelayConnection connection) {
    RelayedSocket socket = open.remove(connection);
    if (socket != null) {
      socket.endOfInput();
    }
  }

  @Override
  public void close() {
    open.values().forEach(RelayedSocket::endOfInput);
  }
}
