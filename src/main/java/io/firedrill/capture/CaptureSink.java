package io.firedrill.capture;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.firedrill.model.Notification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/**
 * An HTTP server in this JVM, on loopback, that stands for every receiver. Each request becomes a
 * {@link Notification} that carries the virtual time at which it arrived.
 */
public final class CaptureSink implements AutoCloseable {

  private final HttpServer server;
  private final Supplier<Instant> clock;
  private final List<Notification> notifications = new CopyOnWriteArrayList<>();
  private final List<String> problems = new CopyOnWriteArrayList<>();

  private CaptureSink(HttpServer server, Supplier<Instant> clock) {
    this.server = server;
    this.clock = clock;
  }

  /**
   * Starts a sink.
   *
   * @param clock the virtual time of now, asked while the sender waits for its answer
   */
  public static CaptureSink start(Supplier<Instant> clock) {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      CaptureSink sink = new CaptureSink(server, clock);
      server.createContext("/", sink::take);
      server.start();
      return sink;
    } catch (IOException e) {
      throw new UncheckedIOException("no loopback port for the receivers", e);
    }
  }

  /** Where it listens. */
  public InetSocketAddress address() {
    return server.getAddress();
  }

  /** What has arrived so far, in order of arrival. */
  public List<Notification> notifications() {
    return List.copyOf(notifications);
  }

  /** Requests that could not be read as a notification, for people: none, as a rule. */
  public List<String> problems() {
    return List.copyOf(problems);
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      Instant time = clock.get();
      byte[] body = exchange.getRequestBody().readAllBytes();
      CapturedRequest request = CapturedRequest.of(time, exchange, body);
      try {
        notifications.add(WebhookDecoder.decode(request));
      } catch (UndecodableException e) {
        problems.add(request.path() + ": " + e.getMessage());
      }
      exchange.sendResponseHeaders(200, -1);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
