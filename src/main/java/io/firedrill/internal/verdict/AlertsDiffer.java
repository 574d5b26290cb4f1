package io.firedrill.internal.verdict;

import io.firedrill.internal.prometheus.ActiveAlert;
import io.firedrill.internal.scenario.AlertExpectation;
import io.firedrill.internal.scenario.ExpectedAlert;
import io.firedrill.model.AlertState;
import io.firedrill.model.Labels;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The firing alerts with one name differ from the expected ones; promtool's {@code
 * alert_rule_test}.
 */
final class AlertsDiffer {

  private final AlertExpectation expectation;
  private final Observed observed;
  private final VirtualTime time;
  private final List<ActiveAlert> alerts;

  private AlertsDiffer(AlertExpectation expectation, Observed observed) {
    this.expectation = expectation;
    this.observed = observed;
    this.time = new VirtualTime(observed.timeline().start());
    List<ActiveAlert> all = observed.alertsAt().get(expectation.evalTime());
    if (all == null) {
      throw new IllegalArgumentException(
          "no alerts were observed at " + time.text(expectation.evalTime()));
    }
    this.alerts =
        all.stream()
            .filter(a -> a.labels().get(Labels.ALERT_NAME).equals(Optional.of(name())))
            .sorted(Comparator.comparing(a -> a.labels() + "\0" + a.annotations()))
            .toList();
  }

  static Optional<Failure> check(AlertExpectation expectation, Observed observed) {
    return new AlertsDiffer(expectation, observed).check();
  }

  private String name() {
    return expectation.alertname();
  }

  private Optional<Failure> check() {
    List<ActiveAlert> firing = inState(AlertState.FIRING);
    Assignment<ExpectedAlert, ActiveAlert> assignment =
        Assignment.of(expectation.expected(), firing, AlertsDiffer::compare);
    return assignment.isPerfect() ? Optional.empty() : Optional.of(failure(assignment, firing));
  }

  private List<ActiveAlert> inState(AlertState state) {
    return alerts.stream().filter(a -> a.state() == state).toList();
  }

  private Failure failure(
      Assignment<ExpectedAlert, ActiveAlert> assignment, List<ActiveAlert> firing) {
    Instant evalTime = time.start().plus(expectation.evalTime());
    String difference =
        Counts.difference(
            "firing alert", expectation.expected().size(), firing.size(), assignment.unmatched());
    FailureText text = new FailureText(name() + " at " + time.text(evalTime) + ": " + difference);
    lastEvaluation(evalTime).ifPresent(text::line);
    text.each(
        "alert",
        assignment.near(),
        p ->
            text.diff(
                "expected at " + p.expected().position() + " (-), nearest firing alert (+):",
                p.fields()));
    missing(text, assignment.missing());
    text.each(
        "alert",
        assignment.extra(),
        a -> {
          text.diff("firing, but not expected:", fields(Labels.empty(), Map.of(), a));
          ask(text, a.labels(), AlertState.INACTIVE);
        });
    if (!observed.alertNames().contains(name())) {
      text.hint(UnknownName.hint("alerting rule", name(), observed.alertNames()));
    }
    return text.alike("alerts " + name() + ": " + difference, "at " + time.text(evalTime))
        .timeline(observed, evalTime, evalTime)
        .difference(FailureKind.ALERTS_DIFFER)
        .at(expectation.position());
  }

  /** If no alert fires, a pending one is shown, because that is the most frequent reason. */
  private void missing(FailureText text, List<ExpectedAlert> missing) {
    Assignment<ExpectedAlert, ActiveAlert> pending =
        Assignment.of(missing, inState(AlertState.PENDING), AlertsDiffer::comparePending);
    text.each(
        "alert",
        pending.near(),
        p -> {
          text.diff(
              "expected at "
                  + p.expected().position()
                  + " (-), nearest alert is still pending, since "
                  + time.text(p.actual().activeAt())
                  + " (+):",
              p.fields());
          ask(text, p.actual().labels(), AlertState.FIRING);
        });
    text.each(
        "alert",
        pending.missing(),
        e -> {
          text.diff(
              "expected at " + e.position() + ", not firing:",
              exactly(e.labels(), e.annotations(), Labels.empty(), Map.of()));
          ask(text, e.labels().with(Labels.ALERT_NAME, name()), AlertState.FIRING);
        });
  }

  private void ask(FailureText text, Labels alert, AlertState expected) {
    lastEvaluation()
        .filter(any -> observed.alertNames().contains(name()))
        .ifPresent(last -> text.ask(RuleQuestion.of(alert, expected, List.of(last))));
  }

  private Optional<String> lastEvaluation(Instant evalTime) {
    return lastEvaluation()
        .filter(last -> !last.equals(evalTime))
        .map(last -> "the last evaluation at or before it was at " + time.text(last));
  }

  private Optional<Instant> lastEvaluation() {
    Instant evalTime = time.start().plus(expectation.evalTime());
    return observed.evaluations().stream()
        .filter(e -> !e.isAfter(evalTime))
        .max(Comparator.naturalOrder());
  }

  private static List<Field> compare(ExpectedAlert expected, ActiveAlert actual) {
    return fields(expected.labels(), expected.annotations(), actual);
  }

  private static List<Field> comparePending(ExpectedAlert expected, ActiveAlert actual) {
    List<Field> fields = new ArrayList<>(compare(expected, actual));
    fields.add(Field.differing("state", "firing", "pending"));
    return fields;
  }

  private static List<Field> fields(
      Labels labels, Map<String, String> annotations, ActiveAlert actual) {
    return exactly(labels, annotations, actual.labels(), actual.annotations());
  }

  private static List<Field> exactly(
      Labels labels,
      Map<String, String> annotations,
      Labels actualLabels,
      Map<String, String> actualAnnotations) {
    List<Field> fields = new ArrayList<>();
    fields.addAll(Field.exactly("labels.", labels.asMap(), actualLabels.asMap()));
    fields.addAll(Field.exactly("annotations.", annotations, actualAnnotations));
    return fields;
  }
}
