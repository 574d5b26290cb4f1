package io.firedrill.drill;

import java.util.Optional;

/** A condition that a drill can wait for. {@code toString()} describes it: {@code X fires}. */
@FunctionalInterface
public interface DrillCondition {

  /** Whether it holds now, after an evaluation. */
  boolean isMet(Drill drill);

  /** Why it may never hold, such as an unknown name, for the message of a failed wait. */
  default Optional<String> hint(Drill drill) {
    return Optional.empty();
  }

  /** An alert with this name and these labels fires. */
  static DrillCondition firing(String alertname, String... labels) {
    return new NamedCondition(
        SelectionText.of(alertname, labels) + " fires",
        drill -> drill.alerts(alertname, labels).isFiring(),
        drill -> drill.alerts(alertname, labels).unknown());
  }

  /**
   * No alert with this name and these labels is pending or firing. Throws an {@link
   * IllegalArgumentException} if no rule has an alert with this name.
   */
  static DrillCondition inactive(String alertname, String... labels) {
    return of(
        SelectionText.of(alertname, labels) + " is inactive",
        drill -> {
          AlertSelection alerts = drill.alerts(alertname, labels);
          alerts
              .unknown()
              .ifPresent(
                  unknown -> {
                    throw new IllegalArgumentException(unknown);
                  });
          return !alerts.isFiring() && !alerts.isPending();
        });
  }

  /** A receiver has got at least this many notifications since the drill's start. */
  static DrillCondition notified(String receiver, int times) {
    return new NamedCondition(
        "%s has been notified %d times".formatted(receiver, times),
        drill -> drill.receiver(receiver).notifications().size() >= times,
        drill -> drill.receiver(receiver).unknown());
  }

  /** A condition with a description. */
  static DrillCondition of(String text, DrillCondition condition) {
    return new DrillCondition() {
      @Override
      public boolean isMet(Drill drill) {
        return condition.isMet(drill);
      }

      @Override
      public String toString() {
        return text;
      }
    };
  }
}
