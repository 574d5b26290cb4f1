package io.firedrill.internal.verdict;

import io.firedrill.internal.scenario.Scenario;
import io.firedrill.model.AlertState;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Strict: an alert fired, and no expectation mentions it. */
final class AlertUnmentioned {

  private AlertUnmentioned() {}

  static Failure of(Scenario scenario, AlertPresence presence, Observed observed) {
    VirtualTime time = new VirtualTime(observed.timeline().start());
    List<Instant> firing =
        presence.states().entrySet().stream()
            .filter(e -> e.getValue() == AlertState.FIRING)
            .map(Map.Entry::getKey)
            .toList();
    Instant first = firing.get(0);
    String summary =
        SeriesText.alert(presence.alert())
            + " fires from "
            + time.text(first)
            + ": no expectation mentions it";
    return new FailureText(summary)
        .line("fires at " + Counts.of(firing.size(), "evaluation"))
        .ask(RuleQuestion.of(presence.alert(), AlertState.INACTIVE, List.of(first)))
        .hint(
            "an alert_rule_test, an alert_state_test or a claimed notification would mention it;"
                + " strict: false ignores what nothing mentions")
        .timeline(observed, first, first)
        .difference(FailureKind.ALERT_UNMENTIONED)
        .at(scenario.position());
  }
}
