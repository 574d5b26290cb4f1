package io.firedrill.engine;

import io.firedrill.clock.ClockException;
import io.firedrill.clock.RelayConnection;
import io.firedrill.clock.RelayHandler;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Carries relayed connections to a server in this JVM whose clients speak first, as they do in
 * HTTP. A request counts as answered once the server's answer has been sent on.
 */
final class RelayBridge implements RelayHandler, AutoCloseable {

  private volatile InetSocketAddress server;
  private final Map<RelayConnection, Socket> sockets = new ConcurrentHashMap<>();

  /** Names the server. Connections that come before are refused. */
  void connectTo(InetSocketAddress address) {
    server = address;
  }

  @Override
  public void opened(RelayConnection connection) {
    try {
      Socket socket = new Socket(server.getAddress(), server.getPort());
      socket.setTcpNoDelay(true);
      sockets.put(connection, socket);
      Thread pump = new Thread(() -> pump(socket, connection), "firedrill-relay");
      pump.setDaemon(true);
      pump.start();
      connection.answered();
    } catch (IOException e) {
      connection.answered();
      connection.close();
    }
  }

  @Override
  public void received(RelayConnection connection, byte[] bytes) {
    Socket socket = sockets.get(connection);
    try {
      if (socket != null) {
        socket.getOutputStream().write(bytes);
        return;
      }
    } catch (IOException e) {
      // The server has hung up; so does the program's end, below.
    }
    connection.answered();
    connection.close();
  }

  @Override
  public void closed(RelayConnection connection) {
    Socket socket = sockets.remove(connection);
    if (socket != null) {
      close(socket);
    }
  }

  private void pump(Socket socket, RelayConnection connection) {
    byte[] buffer = new byte[8192];
    try (socket) {
      InputStream in = socket.getInputStream();
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        connection.send(Arrays.copyOf(buffer, count));
        connection.answered();
      }
    } catch (IOException | RuntimeException e) {
      // Either side is gone, and the other is told below.
    }
    if (sockets.remove(connection) != null) {
      hangUp(connection);
    }
  }

  private static void hangUp(RelayConnection connection) {
    try {
      connection.answered();
      connection.close();
    } catch (ClockException e) {
      // The launcher has ended, and the program with it.
    }
  }

  @Override
  public void close() {
    sockets.values().forEach(RelayBridge::close);
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException ignored) {
      // There is nothing more to be done with it.
    }
  }
}
