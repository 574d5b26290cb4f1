package io.firedrill.internal.verdict;

import io.firedrill.internal.scenario.Scenario;
import io.firedrill.model.AlertState;
import io.firedrill.model.Labels;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Strict: an alert fired, and no expectation mentions it. */
final class AlertUnmentioned {

  /** A rule with many alerts would fill the screen. */
  private static final int SHOWN = 5;

  private AlertUnmentioned() {}

  /**
   * @param presences alerts of one name, at least one
   */
  static Failure of(Scenario scenario, List<AlertPresence> presences, Observed observed) {
    VirtualTime time = new VirtualTime(observed.timeline().start());
    AlertPresence presence = presences.get(0);
    List<AlertPresence> others = presences.subList(1, presences.size());
    List<Instant> firing = firing(presence);
    String name = presence.alert().get(Labels.ALERT_NAME).orElse("");
    List<Instant> own = observed.own(name, firing);
    Instant first = firing.get(0);
    String summary =
        fires(presence, time)
            + ": no expectation mentions it"
            + (others.isEmpty() ? "" : ", nor " + others.size() + " more alerts of this name");
    FailureText text =
        new FailureText(summary).line("fires at " + Counts.of(own.size(), "evaluation"));
    if (!others.isEmpty()) {
      text.section(
          "not mentioned either:",
          Repeats.cut(others.stream().map(a -> fires(a, time)).toList(), SHOWN, "alert"));
    }
    text.ask(RuleQuestion.of(presence.alert(), AlertState.INACTIVE, List.of(first)));
    return text.hint(
            "an alert_rule_test, an alert_state_test or a claimed notification would mention it;"
                + " strict: false ignores what nothing mentions")
        .timeline(observed, first, first)
        .difference(FailureKind.ALERT_UNMENTIONED)
        .at(scenario.position());
  }

  private static String fires(AlertPresence presence, VirtualTime time) {
    return SeriesText.alert(presence.alert()) + " fires from " + time.text(firing(presence).get(0));
  }

  private static List<Instant> firing(AlertPresence presence) {
    return presence.states().entrySet().stream()
        .filter(e -> e.getValue() == AlertState.FIRING)
        .map(Map.Entry::getKey)
        .toList();
  }
}
