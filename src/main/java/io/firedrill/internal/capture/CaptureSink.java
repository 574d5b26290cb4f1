package io.firedrill.internal.capture;

import io.firedrill.internal.capture.AnswerPolicy.Delivery;
import io.firedrill.internal.receiver.CapturedRequest;
import io.firedrill.internal.receiver.Endpoint;
import io.firedrill.internal.receiver.Services;
import io.firedrill.internal.relay.HttpAnswer;
import io.firedrill.internal.relay.HttpRequest;
import io.firedrill.internal.relay.HttpResponse;
import io.firedrill.internal.relay.HttpService;
import io.firedrill.internal.relay.ServedConnection;
import io.firedrill.model.Notification;
import io.firedrill.model.TimelineEvent.Attempted;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/**
 * Stands for every receiver, by HTTP and by mail. Each request that was answered well becomes a
 * {@link Notification}, each other one an {@link Attempted}; both carry the virtual time at which
 * it arrived.
 */
public final class CaptureSink implements HttpService {

  private final Supplier<Instant> clock;
  private final Services services = new Services();
  private final Captures captures;
  private final MailServer mail;

  /**
   * A sink that nothing has reached yet.
   *
   * @param clock the virtual time of now, asked while the sender waits for its answer
   * @param policy how requests are answered
   */
  public CaptureSink(Supplier<Instant> clock, AnswerPolicy policy) {
    this.clock = clock;
    this.captures = new Captures(policy);
    this.mail = new MailServer(clock, captures);
  }

  /** Takes mail from a connection, until its end. */
  public void serveMail(ServedConnection connection) {
    mail.serve(connection);
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

  @Override
  public HttpAnswer answer(HttpRequest request) {
    try {
      return answer(CapturedRequest.of(request, clock.get()));
    } catch (RuntimeException e) {
      captures.problem(request.path() + ": " + e.getMessage());
      return new HttpAnswer.Now(HttpResponse.of(200));
    }
  }

  private HttpAnswer answer(CapturedRequest request) {
    Delivery delivery = Delivery.of(request.endpoint(), request.time());
    if (request.rest().equals(Endpoint.COMPANION)) {
      captures.tell(delivery, request.body());
      return new HttpAnswer.Now(HttpResponse.of(200));
    }
    return captures.take(delivery, services.read(request));
  }
}
