package io.firedrill.internal.capture;

import io.firedrill.internal.capture.AnswerPolicy.Answer;
import io.firedrill.internal.capture.AnswerPolicy.Delivery;
import io.firedrill.internal.receiver.Content;
import io.firedrill.internal.receiver.Reading;
import io.firedrill.internal.receiver.Subject.Group;
import io.firedrill.internal.receiver.WebhookBody;
import io.firedrill.internal.relay.HttpAnswer;
import io.firedrill.internal.relay.HttpResponse;
import io.firedrill.internal.timeline.CapturedNotification;
import io.firedrill.model.Notification;
import io.firedrill.model.TimelineEvent.Attempted;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** The captured requests of one sink, with their answers. Thread-safe. */
final class Captures {

  /**
   * @param refusal the service's refusal, or the empty string
   * @param isStep whether it is only a step before a notification
   */
  private record Captured(
      Delivery delivery, Content content, Answer answer, String refusal, boolean isStep) {

    /** The empty string for none. */
    String failure() {
      if (answer instanceof Answer.Status status) {
        return "HTTP " + status.code();
      }
      if (answer instanceof Answer.Never || answer instanceof Answer.Late late && !isSent(late)) {
        return "no answer";
      }
      return answer instanceof Answer.HangUp ? "connection closed" : refusal;
    }

    private static boolean isSent(Answer.Late late) {
      return late.sent().get();
    }
  }

  private final AnswerPolicy policy;
  private final Companions companions = new Companions();
  private final List<Captured> captured = new CopyOnWriteArrayList<>();
  private final List<String> problems = new CopyOnWriteArrayList<>();

  Captures(AnswerPolicy policy) {
    this.policy = policy;
  }

  /** Answers a request, and records it. */
  HttpAnswer take(Delivery delivery, Reading reading) {
    Answer answer = policy.answer(delivery);
    HttpResponse response = response(answer, reading);
    String refusal = response.status() / 100 == 2 ? "" : "HTTP " + response.status();
    captured.add(
        new Captured(
            delivery,
            reading.content(),
            answer,
            refusal,
            reading.role() != Reading.Role.NOTIFICATION));
    return sending(answer, response);
  }

  /** The service does not process requests that fail. */
  private static HttpResponse response(Answer answer, Reading reading) {
    if (answer instanceof Answer.Status status) {
      return HttpResponse.of(status.code());
    }
    return answer instanceof Answer.HangUp ? HttpResponse.of(200) : reading.reply().get();
  }

  private static HttpAnswer sending(Answer answer, HttpResponse response) {
    if (answer instanceof Answer.Late late) {
      return new HttpAnswer.At(late.time(), response, () -> late.sent().set(true));
    }
    if (answer instanceof Answer.Never) {
      return new HttpAnswer.Never();
    }
    return answer instanceof Answer.HangUp ? new HttpAnswer.HangUp() : new HttpAnswer.Now(response);
  }

  /** Answers a mail, and records it. */
  Answer take(Delivery delivery, Content content) {
    Answer answer = policy.answer(delivery);
    captured.add(new Captured(delivery, content, answer, "", false));
    return answer;
  }

  /** Records the content of a companion. */
  void tell(Delivery delivery, String body) {
    companions.add(delivery, WebhookBody.read(body));
  }

  void problem(String problem) {
    problems.add(problem);
  }

  List<String> problems() {
    return List.copyOf(problems);
  }

  List<Notification> notifications() {
    return captured.stream()
        .filter(c -> !c.isStep && c.failure().isEmpty())
        .map(this::notification)
        .toList();
  }

  List<Attempted> attempts() {
    return captured.stream()
        .filter(c -> !c.failure().isEmpty())
        .map(c -> new Attempted(notification(c), c.failure()))
        .toList();
  }

  /** The last request of an integration up to an instant; empty if there was none. */
  Optional<LastRequest> last(Delivery delivery) {
    return captured.stream()
        .filter(c -> c.delivery.isOfSameIntegration(delivery))
        .filter(c -> !c.delivery.time().isAfter(delivery.time()))
        .reduce((a, b) -> b)
        .map(c -> new LastRequest(c.delivery.time(), !(c.answer instanceof Answer.AsUsual)));
  }

  private Notification notification(Captured captured) {
    Delivery delivery = captured.delivery;
    Content content = captured.content;
    Group group = companions.find(delivery, content.subject());
    return new CapturedNotification(
        delivery.time(),
        delivery.receiver(),
        delivery.integration(),
        delivery.index(),
        group.status(),
        group.labels(),
        group.alerts(),
        content.message().get(),
        content.request());
  }
}
