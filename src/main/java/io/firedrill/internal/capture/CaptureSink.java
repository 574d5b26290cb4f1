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
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Replaces every receiver, over HTTP and SMTP. A successful request becomes a {@link Notification},
 * a failed one an {@link Attempted}. Both have the virtual time of arrival.
 */
public final class CaptureSink implements HttpService {

  private final Supplier<Instant> clock;
  private final Services services = new Services();
  private final Captures captures;
  private final MailServer mail;

  /**
   * An empty sink.
   *
   * @param clock the current virtual time, read while the sender waits for the answer
   * @param policy how requests are answered
   */
  public CaptureSink(Supplier<Instant> clock, AnswerPolicy policy) {
    this.clock = clock;
    this.captures = new Captures(policy);
    this.mail = new MailServer(clock, captures);
  }

  /** Accepts mail from a connection until it ends. */
  public void serveMail(ServedConnection connection) {
    mail.serve(connection);
  }

  /** The notifications so far, in order of arrival. Call it when the instant is over. */
  public List<Notification> notifications() {
    return captures.notifications();
  }

  /** The failed attempts so far, in order of arrival. */
  public List<Attempted> attempts() {
    return captures.attempts();
  }

  /**
   * The last request of an integration.
   *
   * @param upTo the integration, and the last virtual time that counts
   */
  public Optional<LastRequest> last(Delivery upTo) {
    return captures.last(upTo);
  }

  /** Requests that could not be decoded, as text; usually none. */
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
