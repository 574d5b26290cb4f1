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

  private record Captured(Delivery delivery, Content content, Answer answer) {

    /** The empty string for none. */
    String failure() {
      if (answer instanceof Answer.Status status) {
        return "HTTP " + status.code();
      }
      if (answer instanceof Answer.Never || answer instanceof Answer.Late late && !isSent(late)) {
        return "no answer";
      }
      return answer instanceof Answer.HangUp ? "connection closed" : "";
    }

    private static boolean isSent(Answer.Late late) {
      return late.sent().getAsBoolean();
    }
  }

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
   * @param content empty for a step on the way to a notification
   */
  Answer take(Delivery delivery, Optional<Content> content) {
    Answer answer = policy.answer(delivery);
    content.ifPresent(c -> captured.add(new Captured(delivery, c, answer)));
    return answer;
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
    return captured.stream().filter(c -> c.failure().isEmpty()).map(this::notification).toList();
  }

  List<Attempted> attempts() {
    return captured.stream()
        .filter(c -> !c.failure().isEmpty())
        .map(c -> new Attempted(notification(c), c.failure()))
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
        content.message(),
        content.request());
  }
}
