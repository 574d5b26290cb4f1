package io.firedrill.internal.mutation;

import io.firedrill.internal.scenario.ExpectedNotification;
import io.firedrill.internal.scenario.ExpectedNotifiedAlert;
import io.firedrill.internal.scenario.NotificationExpectation;
import io.firedrill.internal.scenario.Scenario;
import io.firedrill.internal.scenario.ValueMatcher;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether a test expects a notification that no Alertmanager can send, because none of the alerts
 * that it is sent can be in it.
 */
final class Unfulfillable {

  /** Notifications may arrive shortly after their time. */
  private static final Duration TOLERANCE = Duration.ofSeconds(2);

  private final Scenario scenario;
  private final List<Sent> sent;

  private Unfulfillable(Scenario scenario, List<Sent> sent) {
    this.scenario = scenario;
    this.sent = sent;
  }

  static boolean is(Scenario scenario, List<Sent> sent) {
    Unfulfillable expectations = new Unfulfillable(scenario, sent);
    return scenario.notificationTests().stream().anyMatch(expectations::is);
  }

  private boolean is(NotificationExpectation entry) {
    return entry.expected().stream().anyMatch(n -> is(entry, n));
  }

  private boolean is(NotificationExpectation entry, ExpectedNotification expected) {
    Optional<Instant> latest =
        Stream.of(expected.at(), expected.to(), entry.to())
            .flatMap(Optional::stream)
            .min(Comparator.naturalOrder())
            .map(offset -> scenario.start().plus(offset).plus(TOLERANCE));
    List<Sent> early =
        sent.stream().filter(s -> latest.filter(t -> s.time().isAfter(t)).isEmpty()).toList();
    return early.stream().noneMatch(s -> fit(expected.groupLabels(), s.labels().asMap()))
        || expected.alerts().stream()
            .anyMatch(alert -> early.stream().noneMatch(s -> fit(alert, s)));
  }

  private static boolean fit(ExpectedNotifiedAlert expected, Sent sent) {
    return fit(expected.labels(), sent.labels().asMap())
        && fit(expected.annotations(), sent.annotations());
  }

  /** A matcher of the empty text says nothing. */
  private static boolean fit(Map<String, ValueMatcher> expected, Map<String, String> actual) {
    return expected.entrySet().stream()
        .allMatch(
            e ->
                e.getValue().matches("")
                    || e.getValue().matches(actual.getOrDefault(e.getKey(), "")));
  }
}
