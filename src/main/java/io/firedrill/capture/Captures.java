package io.firedrill.capture;

import io.firedrill.capture.AnswerPolicy.Answer;
import io.firedrill.capture.AnswerPolicy.Delivery;
import io.firedrill.capture.Subject.Group;
import io.firedrill.model.Notification;
import io.firedrill.model.TimelineEvent.Attempted;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** What one sink has captured, and how it was answered. Safe for use by several threads. */
final class Captures {

  private record Captured(Delivery delivery, Content content, String failure) {}

  private final AnswerPolicy policy;
  private final Companions companions = new Companions();
  private final List<Captured> captured = new CopyOnWriteArrayList<>();
  private final List<String> problems = new CopyOnWriteArrayList<>();

  Captures(AnswerPolicy policy) {
    this.policy = policy;
  }

  /**
   * Decides how a request is answered, and keeps what it tells.
   *
   * @return the answer; empty to hang up
   */
  Optional<Reply> take(Delivery delivery, Reading reading) {
    Answer answer = policy.answer(delivery);
    Optional<Reply> reply =
        answer instanceof Answer.AsUsual
            ? Optional.of(reading.reply().get())
            : answer instanceof Answer.Status status
                ? Optional.of(new Reply(status.code(), "", ""))
                : Optional.empty();
    String failure = failure(answer);
    if (failure.isEmpty() && reply.orElseThrow().isRefusal()) {
      failure = "HTTP " + reply.get().status();
    }
    if (reading.role() == Reading.Role.NOTIFICATION || !failure.isEmpty()) {
      captured.add(new Captured(delivery, reading.content(), failure));
    }
    return reply;
  }

  /** Decides how a message that is no request is answered, and keeps what it tells. */
  Answer take(Delivery delivery, Content content) {
    Answer answer = policy.answer(delivery);
    captured.add(new Captured(delivery, content, failure(answer)));
    return answer;
  }

  private static String failure(Answer answer) {
    if (answer instanceof Answer.Status status) {
      return "HTTP " + status.code();
    }
    return answer instanceof Answer.HangUp ? "connection closed" : "";
  }

  /** Keeps what a companion tells. */
  void tell(Delivery delivery, String body) {
    companions.add(delivery, Json.read(body));
  }

  void problem(String problem) {
    problems.add(problem);
  }

  List<String> problems() {
    return List.copyOf(problems);
  }

  List<Notification> notifications() {
    return captured.stream().filter(c -> c.failure.isEmpty()).map(this::notification).toList();
  }

  List<Attempted> attempts() {
    return captured.stream()
        .filter(c -> !c.failure.isEmpty())
        .map(c -> new Attempted(notification(c), c.failure))
        .toList();
  }

  private Notification notification(Captured captured) {
    Delivery delivery = captured.delivery;
    Content content = captured.content;
    Group group = companions.find(delivery, content.subject());
    return new Notification(
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
