package io.firedrill.drill;

import io.firedrill.internal.verdict.Differences;
import io.firedrill.model.AlertState;

/** A condition that a drill can wait for. Its text describes it: {@code X fires}. */
@FunctionalInterface
public interface DrillCondition {

  /** Whether it holds now, after an evaluation. */
  boolean isMet(Drill drill);

  /** An alert with this name and these labels fires. */
  static DrillCondition firing(String alertname, String... labels) {
    return new NamedCondition(
        AlertSelection.text(alertname, labels) + " fires",
        drill -> drill.alerts(alertname, labels).isNow(AlertState.FIRING),
        observed -> Differences.unknownAlert(alertname, observed));
  }

  /**
   * No alert with this name and these labels is pending or firing. Throws an {@link
   * IllegalArgumentException} if no rule has an alert with this name.
   */
  static DrillCondition inactive(String alertname, String... labels) {
    return of(
        AlertSelection.text(alertname, labels) + " is inactive",
        drill -> {
          AlertSelection alerts = drill.alerts(alertname, labels);
          Differences.unknownAlert(alertname, alerts.observed())
              .ifPresent(
                  unknown -> {
                    throw new IllegalArgumentException(unknown.text());
                  });
          return !alerts.isNow(AlertState.FIRING) && !alerts.isNow(AlertState.PENDING);
        });
  }

  /** A receiver has got at least this many notifications since the drill's start. */
  static DrillCondition notified(String receiver, int times) {
    return new NamedCondition(
        "%s has been notified %d times".formatted(receiver, times),
        drill -> drill.receiver(receiver).notifications().size() >= times,
        observed -> Differences.unknownReceiver(receiver, observed));
  }

  /** A condition with a text. */
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
