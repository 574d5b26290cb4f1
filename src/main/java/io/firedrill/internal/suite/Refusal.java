package io.firedrill.internal.suite;

import io.firedrill.internal.alertmanager.AlertmanagerException;
import io.firedrill.internal.alertmanager.RouteErrors;
import io.firedrill.internal.prometheus.PrometheusException;
import io.firedrill.internal.rig.RigException;
import io.firedrill.internal.scenario.PlannedAction;
import io.firedrill.internal.scenario.Scenario;
import io.firedrill.internal.source.InputException;
import io.firedrill.internal.source.Problem;
import io.firedrill.internal.source.Severity;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Determines whether a server rejected the user's input, and the position of the error. */
final class Refusal {

  private static final Pattern EXTERNAL_URL = Pattern.compile("(?m)parse external URL .*");

  private Refusal() {}

  /** Converts a failed start of Prometheus: the user's external URL may be invalid. */
  static RuntimeException ofStart(RigException e, Scenario scenario) {
    Matcher url = EXTERNAL_URL.matcher(e.getMessage());
    return !scenario.externalUrl().isEmpty() && url.find()
        ? at(scenario, "Prometheus says: " + url.group())
        : e;
  }

  /**
   * Converts an error of Prometheus about a configuration; returns the exception itself if it did
   * not answer.
   */
  static RuntimeException of(PrometheusException e, Scenario scenario) {
    return e.status() == 0
        ? e
        : at(scenario, "Prometheus refuses the test: " + e.getMessage().replaceAll("\\s+", " "));
  }

  /**
   * Converts an error of Alertmanager about routes; returns the exception itself if it did not
   * answer.
   */
  static RuntimeException of(AlertmanagerException e, PreparedFile file) {
    return e.status() == 0 || file.file().alertmanagerConfig().isEmpty()
        ? e
        : RouteErrors.explain(
            file.file().alertmanagerConfig().get().value(), file.file().servers().operator(), e);
  }

  /**
   * Converts an error of Alertmanager about an action; returns the exception itself if it did not
   * answer.
   */
  static RuntimeException of(AlertmanagerException e, PlannedAction action) {
    return e.status() == 0
        ? e
        : new InputException(
            List.of(
                action
                    .subject()
                    .error("Alertmanager says: " + e.serverMessage(), Optional.empty())));
  }

  private static InputException at(Scenario scenario, String message) {
    return new InputException(
        List.of(
            new Problem(Severity.ERROR, scenario.position(), message, "", 1, Optional.empty())));
  }
}
