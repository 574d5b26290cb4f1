package io.firedrill.internal.verdict;

import io.firedrill.model.AlertState;
import io.firedrill.model.Labels;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * When one alert was pending or firing, according to Prometheus's {@code ALERTS} series.
 *
 * @param alert the alert's labels: {@code alertname} included, {@code alertstate} and external
 *     labels not
 * @param states the state after each of the run's evaluations at which there was one, in order of
 *     virtual time; where it is absent, the alert was inactive. At an evaluation without the
 *     alert's own group, the state is that of the group's last evaluation
 */
public record AlertPresence(Labels alert, Map<Instant, AlertState> states) {

  public AlertPresence {
    states = Collections.unmodifiableMap(new TreeMap<>(states));
  }

  AlertState at(Instant evaluation) {
    return states.getOrDefault(evaluation, AlertState.INACTIVE);
  }
}
