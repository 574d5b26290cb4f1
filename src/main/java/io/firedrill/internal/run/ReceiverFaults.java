package io.firedrill.internal.run;

import io.firedrill.internal.capture.AnswerPolicy;
import io.firedrill.internal.scenario.Action;
import io.firedrill.model.ReceiverFault;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

/** The faults of receivers over time. Thread-safe. */
final class ReceiverFaults implements AnswerPolicy {

  private record Failing(Action.FailReceiver action, Instant from, Instant to) {

    boolean concerns(Delivery delivery) {
      return action.receiver().equals(delivery.receiver())
          && action.integration().map(delivery.integration()::equals).orElse(true)
          && !delivery.time().isBefore(from)
          && delivery.time().isBefore(to);
    }
  }

  private final List<Failing> failing = new CopyOnWriteArrayList<>();

  /** Makes a receiver fail from an instant on. */
  void fail(Action.FailReceiver action, Instant from) {
    failing.add(
        0, new Failing(action, from, action.duration().map(from::plus).orElse(Instant.MAX)));
  }

  /** Removes all faults of a receiver. */
  void restore(String receiver) {
    failing.removeIf(f -> f.action().receiver().equals(receiver));
  }

  /** The last setting applies. */
  @Override
  public Answer answer(Delivery delivery) {
    return failing.stream()
        .filter(f -> f.concerns(delivery))
        .findFirst()
        .map(f -> answer(f.action().fault(), delivery))
        .orElse(new Answer.AsUsual());
  }

  private Answer answer(ReceiverFault fault, Delivery delivery) {
    if (fault instanceof ReceiverFault.Status status) {
      return new Answer.Status(status.code());
    }
    if (fault instanceof ReceiverFault.Slow slow) {
      return new Answer.Late(delivery.time().plus(slow.delay()), new AtomicBoolean());
    }
    return fault instanceof ReceiverFault.Hanging ? new Answer.Never() : new Answer.HangUp();
  }
}
