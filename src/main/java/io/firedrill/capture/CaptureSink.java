package io.firedrill.capture;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.firedrill.capture.AnswerPolicy.Answer;
import io.firedrill.capture.Subject.Group;
import io.firedrill.model.Notification;
import io.firedrill.model.TimelineEvent.Attempted;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/**
 * An HTTP server in this JVM, on loopback, that stands for every receiver. Each request that was
 * answered well becomes a {@link Notification}, each other one an {@link Attempted}; both carry the
 * virtual time at which it arrived.
 */
public final class CaptureSink implements AutoCloseable {

  private record Captured(CapturedRequest request, Content content, String failure) {}

  private final HttpServer server;
  private final Supplier<Instant> clock;
  private final AnswerPolicy policy;
  private final Services services = new Services();
  private final Companions companions = new Companions();
  private final List<Captured> captured = new CopyOnWriteArrayList<>();
  private final List<String> problems = new CopyOnWriteArrayList<>();

  private CaptureSink(HttpServer server, Supplier<Instant> clock, AnswerPolicy policy) {
    this.server = server;
    this.clock = clock;
    this.policy = policy;
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

  /** Where it listens. */
  public InetSocketAddress address() {
    return server.getAddress();
  }

  /** What has arrived so far, in order of arrival. To be asked between two instants. */
  public List<Notification> notifications() {
    return captured.stream().filter(c -> c.failure.isEmpty()).map(this::notification).toList();
  }

  /** What was answered with a failure so far, in order of arrival. */
  public List<Attempted> attempts() {
    return captured.stream()
        .filter(c -> !c.failure.isEmpty())
        .map(c -> new Attempted(notification(c), c.failure))
        .toList();
  }

  /** Requests that could not be read as a notification, for people: none, as a rule. */
  public List<String> problems() {
    return List.copyOf(problems);
  }

  private Notification notification(Captured captured) {
    CapturedRequest request = captured.request;
    Group group = companions.find(request, captured.content.subject());
    return new Notification(
        request.time(),
        request.receiver(),
        request.integration(),
        request.index(),
        group.status(),
        group.labels(),
        group.alerts(),
        captured.content.message(),
        request.withBody(captured.content.body()).raw());
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      try {
        take(exchange, CapturedRequest.of(clock.get(), exchange, body));
      } catch (UndecodableException e) {
        problems.add(exchange.getRequestURI().getRawPath() + ": " + e.getMessage());
        send(exchange, Reply.NOTHING);
      }
    }
  }

  private void take(HttpExchange exchange, CapturedRequest request) throws IOException {
    if (request.rest().equals(Companions.PATH)) {
      companions.add(request);
      send(exchange, Reply.NOTHING);
      return;
    }
    Reading reading = services.read(request);
    Answer answer =
        policy.answer(
            new AnswerPolicy.Delivery(
                request.time(), request.receiver(), request.integration(), request.index()));
    reading.content().ifPresent(c -> captured.add(new Captured(request, c, failure(answer))));
    if (answer instanceof Answer.Status status) {
      send(exchange, new Reply(status.code(), "", ""));
    } else if (answer instanceof Answer.AsUsual) {
      send(exchange, reading.reply());
    }
  }

  private static String failure(Answer answer) {
    if (answer instanceof Answer.Status status) {
      return "HTTP " + status.code();
    }
    return answer instanceof Answer.HangUp ? "connection closed" : "";
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
