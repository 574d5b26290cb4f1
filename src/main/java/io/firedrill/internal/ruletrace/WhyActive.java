package io.firedrill.internal.ruletrace;

import io.firedrill.internal.source.PrometheusDuration;
import io.firedrill.internal.verdict.AlertPresence;
import io.firedrill.internal.verdict.RuleQuestion;
import io.firedrill.internal.verdict.SeriesText;
import io.firedrill.model.Labels;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Why an alert is pending or firing. */
final class WhyActive {

  private final TracedRun run;
  private final TracedRule rule;
  private final PartValues values;
  private final SeriesInStore store;
  private final AlertStates states;

  WhyActive(
      TracedRun run, TracedRule rule, PartValues values, SeriesInStore store, AlertStates states) {
    this.run = run;
    this.rule = rule;
    this.values = values;
    this.store = store;
    this.states = states;
  }

  List<String> lines(RuleQuestion question, Instant evaluation) {
    Optional<AlertPresence> active = states.active(evaluation);
    if (active.isEmpty()) {
      return List.of();
    }
    Labels alert = active.get().alert();
    String why;
    try {
      why = why(active.get(), evaluation);
    } catch (UnknownValueException e) {
      why = "not known: " + e.getMessage();
    }
    return List.of(
        "%s at %s: %s".formatted(SeriesText.alert(alert), run.time().text(evaluation), why));
  }

  private String why(AlertPresence alert, Instant evaluation) {
    LabelFilter filter = RuleLabels.of(rule, alert.alert());
    if (new Deciding(values).isEmpty(rule.expr(), filter, evaluation)) {
      return kept();
    }
    String facts =
        String.join(
            "; ", new Holding(rule, values, this::absence).facts(rule.expr(), filter, evaluation));
    Instant since = AlertStates.since(alert, run.evaluations(rule), evaluation);
    Duration wait = rule.duration("for");
    String lasting =
        since.equals(evaluation)
            ? ""
            : "; active since "
                + run.time().text(since)
                + (wait.isZero() ? "" : ", for: " + PrometheusDuration.format(wait));
    return facts + lasting;
  }

  private String kept() {
    Duration keep = rule.duration("keep_firing_for");
    return keep.isZero()
        ? "not known: asked after the run, the expression does not return the alert"
        : "the expression no longer returns the alert; keep_firing_for: %s keeps it firing"
            .formatted(PrometheusDuration.format(keep));
  }

  private String absence(Finding.NoSamples none, Instant evaluation) {
    return new NoSamplesText(run, rule, values, store, 0).lines(none, evaluation).get(0);
  }
}
