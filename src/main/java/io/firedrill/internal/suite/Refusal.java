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

/** Tells whether a server did not take what the user gave it, and where that stands. */
final class Refusal {

  private static final Pattern EXTERNAL_URL = Pattern.compile("(?m)parse external URL .*");

  private Refusal() {}

  /** What Prometheus cannot be started with: the user's external URL, or nothing of the user's. */
  static RuntimeException ofStart(RigException e, Scenario scenario) {
    Matcher url = EXTERNAL_URL.matcher(e.getMessage());
    return !scenario.externalUrl().isEmpty() && url.find()
        ? at(scenario, "Prometheus says: " + url.group())
        : e;
  }

  /** A configuration that Prometheus refuses, or the exception itself where it gave no answer. */
  static RuntimeException of(PrometheusException e, Scenario scenario) {
    return e.status() == 0
        ? e
        : at(scenario, "Prometheus refuses the test: " + e.getMessage().replaceAll("\\s+", " "));
  }

  /** Routes that Alertmanager refuses, or the exception itself where it gave no answer. */
  static RuntimeException of(AlertmanagerException e, PreparedFile file) {
    return e.status() == 0 || file.file().alertmanagerConfig().isEmpty()
        ? e
        : RouteErrors.explain(file.file().alertmanagerConfig().get().value(), e);
  }

  /** What Alertmanager does not do for a test, or the exception itself where it gave no answer. */
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
