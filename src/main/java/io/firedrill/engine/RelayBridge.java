package io.firedrill.engine;

import io.firedrill.clock.RelayConnection;
import io.firedrill.clock.RelayHandler;
import io.firedrill.explain.Dispatching.SentAlert;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.UnaryOperator;

/** Carries relayed connections to servers in this JVM, by the relay port that was called. */
final class RelayBridge implements RelayHandler, AutoCloseable {

  private final Map<Integer, RelayHandler> byPort = new ConcurrentHashMap<>();
  private final Map<RelayConnection, RelayHandler> open = new ConcurrentHashMap<>();

  /**
   * Connections to this port come to an HTTP server in this JVM.
   *
   * @param sent gets the IDs of answers that were held back, when they are sent
   */
  void connect(int port, InetSocketAddress server, LongConsumer sent) {
    byPort.put(port, new HttpRelay(server, UnaryOperator::identity, sent));
  }

  /**
   * Connections to this port bring alerts to an Alertmanager.
   *
   * @param heard gets the alerts of each request
   */
  void carryAlerts(int port, InetSocketAddress alertmanager, Consumer<List<SentAlert>> heard) {
    byPort.put(port, new HttpRelay(alertmanager, () -> new AlertOrder(heard), id -> {}));
  }

  /**
   * Connections to this port are served each by a thread of its own, until the end of which the
   * socket stays open.
   */
  void serve(int port, Consumer<Socket> server) {
    byPort.put(port, new SocketRelay(server));
  }

  /** Connections to this port are scrapes. */
  void scrape(int port, ScrapeRelay relay) {
    byPort.put(port, relay);
  }

  /** Connections that no server is named for are refused. */
  @Override
  public void opened(RelayConnection connection) {
    RelayHandler handler = byPort.get(connection.port());
    if (handler == null) {
      connection.close();
    } else {
      open.put(connection, handler);
      handler.opened(connection);
    }
  }

  @Override
  public void received(RelayConnection connection, byte[] bytes) {
    RelayHandler handler = open.get(connection);
    if (handler == null) {
      connection.answered(connection.received());
    } else {
      handler.received(connection, bytes);
    }
  }

  @Override
  public void due(RelayConnection connection) {
    RelayHandler handler = open.get(connection);
    if (handler == null) {
      connection.answered(connection.received());
    } else {
      handler.due(connection);
    }
  }

  @Override
  public void closed(RelayConnection connection) {
    RelayHandler handler = open.remove(connection);
    if (handler != null) {
      handler.closed(connection);
    }
  }

  @Override
  public void close() {
    for (RelayHandler handler : byPort.values()) {
      if (handler instanceof HttpRelay http) {
        http.close();
      } else if (handler instanceof SocketRelay sockets) {
        sockets.close();
      } else if (handler instanceof ScrapeRelay scrapes) {
        scrapes.close();
      }
    }
  }
}
