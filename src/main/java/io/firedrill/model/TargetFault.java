package io.firedrill.model;

import io.firedrill.model.TargetFault.Body;
import io.firedrill.model.TargetFault.Down;
import io.firedrill.model.TargetFault.Slow;
import io.firedrill.model.TargetFault.Status;
import java.time.Duration;

/** How a scrape target fails. The timeline shows the text of the fault. */
public sealed interface TargetFault permits Down, Status, Slow, Body {

  /** The fault as text: {@code answers HTTP 503}. */
  @Override
  String toString();

  /** Nothing answers at its address, and Prometheus records {@code up} 0. */
  record Down() implements TargetFault {
    @Override
    public String toString() {
      return "down";
    }
  }

  /**
   * It answers with only an HTTP status.
   *
   * @param code 300 to 599
   */
  record Status(int code) implements TargetFault {
    public Status {
      if (code < 300 || code > 599) {
        throw new IllegalArgumentException("an HTTP status of a failure is 300 to 599: " + code);
      }
    }

    @Override
    public String toString() {
      return "answers HTTP " + code;
    }
  }

  /**
   * It answers normally, but late; Prometheus gives up after {@code scrape_timeout}.
   *
   * @param delay virtual time, more than zero
   */
  record Slow(Duration delay) implements TargetFault {
    public Slow {
      if (delay.isNegative() || delay.isZero()) {
        throw new IllegalArgumentException("a delay must be longer than zero: " + delay);
      }
    }

    @Override
    public String toString() {
      return "answers after " + delay.toMillis() / 1000.0 + " s";
    }
  }

  /**
   * It answers with this text, valid or not.
   *
   * @param text sent as Prometheus's text format
   */
  record Body(String text) implements TargetFault {
    @Override
    public String toString() {
      return "answers with something else";
    }
  }
}
