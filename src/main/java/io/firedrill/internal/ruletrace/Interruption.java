package io.firedrill.internal.ruletrace;

import io.firedrill.internal.verdict.AlertPresence;
import io.firedrill.internal.verdict.SeriesText;
import io.firedrill.model.AlertState;
import io.firedrill.model.Labels;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Why the time of {@code for} began again. */
final class Interruption {

  private final TracedRun run;
  private final TracedRule rule;
  private final SeriesInStore store;
  private final AlertStates states;

  Interruption(TracedRun run, TracedRule rule, SeriesInStore store, AlertStates states) {
    this.run = run;
    this.rule = rule;
    this.store = store;
    this.states = states;
  }

  /** One line; empty if the alert was never pending before. */
  Optional<String> of(Finding.Pending pending) {
    Optional<AlertPresence> alert =
        states.in(AlertState.PENDING, pending.since()).or(() -> states.active(pending.since()));
    if (alert.isEmpty()) {
      return Optional.empty();
    }
    List<Instant> before =
        run.evaluations(rule).stream().filter(e -> e.isBefore(pending.since())).toList();
    int last = before.size() - 1;
    while (last >= 0 && isInactive(alert.get(), before.get(last))) {
      last--;
    }
    if (last < 0) {
      return Optional.empty();
    }
    // The first evaluation at which it was inactive again.
    return Optional.of(line(alert.get().alert(), before.get(last), before.get(last + 1)));
  }

  private static boolean isInactive(AlertPresence alert, Instant evaluation) {
    return AlertStates.state(alert, evaluation) == AlertState.INACTIVE;
  }

  private String line(Labels alert, Instant last, Instant inactive) {
    LabelFilter filter = RuleLabels.of(rule, alert);
    PartValues values = new PartValues(run.queries(), rule, List.of(inactive));
    FindingText text = new FindingText(run, rule, values, store, 0);
    String why =
        new Deciding(values)
            .why(rule.expr(), filter, inactive).stream()
                .findFirst()
                .map(f -> text.lines(f, List.of(inactive)).get(0))
                .orElse("not known");
    return "%s was active before, until %s; interrupted at %s: %s"
        .formatted(SeriesText.alert(alert), run.time().text(last), run.time().text(inactive), why);
  }
}
