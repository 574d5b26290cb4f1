package io.firedrill.internal.mutation;

import io.firedrill.internal.suite.OpenTest;
import io.firedrill.internal.suite.Selection;
import io.firedrill.internal.timeline.RunTimeline;
import io.firedrill.internal.verdict.Observed;
import io.firedrill.model.TimelineEvent;
import io.firedrill.model.TimelineEvent.AlertChanged;
import java.util.ArrayList;
import java.util.List;

/**
 * What a test observed without a mistake, for mutants of routes.
 *
 * @param test the test
 * @param observed everything that was observed
 * @param sent the alerts that Prometheus sent
 * @param passes whether the test passes
 */
record Recording(Selection.Test test, Observed observed, List<Sent> sent, boolean passes) {

  /** The observation with what another Alertmanager did with the same or other alerts. */
  static Observed with(Observed alerts, OpenTest alertmanager) {
    List<TimelineEvent> events = new ArrayList<>();
    alerts.timeline().events().stream()
        .filter(e -> e instanceof AlertChanged || e instanceof TimelineEvent.Acted)
        .forEach(events::add);
    alertmanager.observed().timeline().events().stream()
        .filter(e -> !(e instanceof TimelineEvent.Acted))
        .forEach(events::add);
    return new Observed(
        new RunTimeline(alerts.timeline().start(), alerts.timeline().end(), events),
        alerts.evaluations(),
        alerts.alertsAt(),
        alerts.queries(),
        alerts.alertStates(),
        alerts.alertNames(),
        alertmanager.observed().receivers(),
        alerts.failedRules(),
        alerts.ruleEvaluations());
  }
}
