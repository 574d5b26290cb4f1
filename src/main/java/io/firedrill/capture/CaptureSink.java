package io.firedrill.capture;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.firedrill.capture.AnswerPolicy.Answer;
import io.firedrill.capture.AnswerPolicy.Delivery;
import io.firedrill.model.Notification;
import io.firedrill.model.TimelineEvent.Attempted;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/**
 * Stands for every receiver: an HTTP server in this JVM, on loopback, and servers of mail and of
 * TLS for connections that are made otherwise. Each request that was answered well becomes a {@link
 * Notification}, each other one an {@link Attempted}; both carry the virtual time at which it
 * arrived.
 */
public final class CaptureSink implements AutoCloseable {

  /**
   * The header of an answer that has to be held back by whoever carries it to the client: {@link
   * #NEVER}, or the answer's ID and the virtual time at which it is sent.
   */
  public static final String HOLD = "Firedrill-hold";

  /** The {@link #HOLD} of an answer that is not sent at all. */
  public static final String NEVER = "never";

  private final HttpServer server;
  private final Supplier<Instant> clock;
  private final Services services = new Services();
  private final Captures captures;
  private final MailServer mail;

  private CaptureSink(HttpServer server, Supplier<Instant> clock, AnswerPolicy policy) {
    this.server = server;
    this.clock = clock;
    this.captures = new Captures(policy);
    this.mail = new MailServer(clock, captures);
  }

  /**
   * Starts a sink.
   *
   * @param clock the virtual time of now, asked while the sender waits for its answer
   * @param policy how requests are answered
   */
  public static CaptureSink start(Supplier<Instant> clock, AnswerPolicy policy) {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      CaptureSink sink = new CaptureSink(server, clock, policy);
      server.createContext("/", sink::take);
      server.start();
      return sink;
    } catch (IOException e) {
      throw new UncheckedIOException("no loopback port for the receivers", e);
    }
  }

  /** Where it listens for HTTP. */
  public InetSocketAddress address() {
    return server.getAddress();
  }

  /** Takes mail from a connection, until its end. */
  public void serveMail(Socket connection) {
    mail.serve(connection);
  }

  /**
   * Serves a connection to a proxy, until its end: whatever HTTPS host is asked for, it is this
   * sink.
   */
  public void serveProxy(Socket connection) {
    HttpsProxy.serve(connection, server.getAddress());
  }

  /** What has arrived so far, in order of arrival. To be asked between two instants. */
  public List<Notification> notifications() {
    return captures.notifications();
  }

  /** What was answered with a failure so far, in order of arrival. */
  public List<Attempted> attempts() {
    return captures.attempts();
  }

  /** Requests that could not be read as a notification, for people: none, as a rule. */
  public List<String> problems() {
    return captures.problems();
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      try {
        take(exchange, CapturedRequest.of(exchange, clock.get()));
      } catch (RuntimeException e) {
        captures.problem(exchange.getRequestURI().getRawPath() + ": " + e.getMessage());
        send(exchange, Reply.NOTHING);
      }
    }
  }

  private void take(HttpExchange exchange, CapturedRequest request) throws IOException {
    Delivery delivery = request.endpoint().delivery(request.time());
    if (request.rest().equals(Companions.PATH)) {
      captures.tell(delivery, request.body());
      send(exchange, Reply.NOTHING);
      return;
    }
    Captures.Outgoing outgoing = captures.take(delivery, services.read(request));
    if (outgoing.answer() instanceof Answer.Never) {
      exchange.getResponseHeaders().set(HOLD, NEVER);
    } else if (outgoing.answer() instanceof Answer.Late late) {
      exchange.getResponseHeaders().set(HOLD, late.id() + " " + late.until());
    }
    if (outgoing.reply().isPresent()) {
      send(exchange, outgoing.reply().get());
    }
  }

  private static void send(HttpExchange exchange, Reply reply) throws IOException {
    byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
    if (!reply.contentType().isEmpty()) {
      exchange.getResponseHeaders().set("Content-Type", reply.contentType());
    }
    exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
