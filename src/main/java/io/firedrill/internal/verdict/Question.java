package io.firedrill.internal.verdict;

import io.firedrill.internal.scenario.ExpectedNotification;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A question: why is a notification missing?
 *
 * @param claim the receiver and the window
 * @param expected the notification
 */
public record Question(Claim claim, ExpectedNotification expected) {

  /** More queries take time and fill the screen. */
  private static final int MOST_LOOKS = 100;

  /** A notification for a given time may arrive at any time within that second. */
  private static final Duration REST_OF_SECOND = Duration.ofMillis(999);

  /**
   * When to query the servers: at the time at which the notification was expected, or else at the
   * evaluations in its window.
   */
  public List<Instant> instants(Observed observed) {
    Instant start = observed.timeline().start();
    Instant end = observed.timeline().end();
    if (expected.at().isPresent()) {
      return List.of(earlier(start.plus(expected.at().get()).plus(REST_OF_SECOND), end));
    }
    Instant from = bound(start, expected.from(), claim.from()).orElse(start);
    Instant to = earlier(bound(start, expected.to(), claim.to()).orElse(end), end);
    List<Instant> instants = new ArrayList<>();
    observed.evaluations().stream()
        .filter(e -> !e.isBefore(from) && e.isBefore(to))
        .forEach(instants::add);
    int step = 1 + instants.size() / MOST_LOOKS;
    List<Instant> some = new ArrayList<>();
    for (int i = 0; i < instants.size(); i += step) {
      some.add(instants.get(i));
    }
    some.add(to);
    return some;
  }

  private static Optional<Instant> bound(
      Instant start, Optional<Duration> own, Optional<Duration> claimed) {
    return own.or(() -> claimed).map(start::plus);
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }
}
