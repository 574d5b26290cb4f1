package io.firedrill.internal.scenario;

import io.firedrill.internal.source.Position;
import io.firedrill.model.Labels;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A row of {@code route_test}: where Alertmanager sends an alert.
 *
 * @param labels the alert's labels
 * @param at the time for which time intervals count; empty = they do not
 * @param receivers the receivers that get it, in any order; at a time, those that are not muted
 * @param muted the receivers that are muted at the time; empty = any
 * @param position where the row begins
 */
public record RouteExpectation(
    Labels labels,
    Optional<Instant> at,
    List<ExpectedReceiver> receivers,
    Optional<List<String>> muted,
    Position position) {

  /**
   * A receiver with what is expected of its route; what is empty is not compared.
   *
   * @param name its name
   * @param groupLabels the labels of the alert's group
   * @param groupWait the route's {@code group_wait}, and so on
   */
  public record ExpectedReceiver(
      String name,
      Optional<Labels> groupLabels,
      Optional<Duration> groupWait,
      Optional<Duration> groupInterval,
      Optional<Duration> repeatInterval) {}

  public RouteExpectation {
    receivers = List.copyOf(receivers);
    muted = muted.map(List::copyOf);
  }
}
