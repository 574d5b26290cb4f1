package io.firedrill.model;

import java.time.Duration;
import java.util.Locale;

/** How a receiver fails. */
public sealed interface ReceiverFault {

  /** The fault as text: {@code answers HTTP 503}. */
  @Override
  String toString();

  /**
   * It answers every request with this status.
   *
   * @param code the HTTP status, from 300 to 599
   */
  record Status(int code) implements ReceiverFault {
    public Status {
      if (code < 300 || code > 599) {
        throw new IllegalArgumentException("not an HTTP status of a failure: " + code);
      }
    }

    @Override
    public String toString() {
      return "answers HTTP " + code;
    }
  }

  /** It refuses connections. */
  record Refusing() implements ReceiverFault {
    @Override
    public String toString() {
      return "refuses connections";
    }
  }

  /** It accepts requests and never answers. */
  record Hanging() implements ReceiverFault {
    @Override
    public String toString() {
      return "never answers";
    }
  }

  /**
   * It answers normally, but late.
   *
   * @param delay the delay, in virtual time
   */
  record Slow(Duration delay) implements ReceiverFault {
    public Slow {
      if (delay.isNegative() || delay.isZero()) {
        throw new IllegalArgumentException("a delay must be longer than zero: " + delay);
      }
    }

    @Override
    public String toString() {
      return "answers after " + text(delay);
    }

    private static String text(Duration time) {
      return time.toString().substring("PT".length()).toLowerCase(Locale.ROOT);
    }
  }
}
