package io.firedrill.internal.scenario;

import io.firedrill.internal.source.Position;
import java.time.Duration;
import java.util.List;

/**
 * An entry of {@code alert_rule_test}: exactly these alerts with that name fire at that time.
 *
 * @param evalTime the virtual time since the start; the last evaluation at or before it counts
 * @param alertname the alert's name, never empty
 * @param expected the firing alerts, in any order
 * @param position where the entry begins
 */
public record AlertExpectation(
    Duration evalTime, String alertname, List<ExpectedAlert> expected, Position position) {
  public AlertExpectation {
    expected = List.copyOf(expected);
  }
}
