package io.firedrill.internal.scenario;

import io.firedrill.internal.source.Origin;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An entry of {@code failure_test}: in the window, Alertmanager gives up at least one notification
 * of a receiver, or warns about its configuration.
 *
 * @param receiver the receiver's name; empty if a warning is expected
 * @param integration the kind of integration, if only one of the receiver's kinds is meant
 * @param from the window's first instant, virtual time since the start; default: the start
 * @param to the window's last instant, itself included; default: the end of the run
 * @param text Alertmanager's words; default: any
 * @param origin where the entry is written
 */
public record FailureExpectation(
    Optional<String> receiver,
    Optional<String> integration,
    Optional<Duration> from,
    Optional<Duration> to,
    Optional<ValueMatcher> text,
    Origin origin) {

  /** Whether the words are those that are expected. */
  public boolean matches(String words) {
    return text.filter(t -> !t.matches(words)).isEmpty();
  }

  Stream<Duration> mentionedTimes() {
    return Stream.of(from, to).flatMap(Optional::stream);
  }
}
