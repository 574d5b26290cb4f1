package io.firedrill.verdict;

import io.firedrill.model.SampleValue;
import io.firedrill.prometheus.QueryResult.Element;
import io.firedrill.prometheus.QueryValue;
import io.firedrill.scenario.ExpectedSample;
import io.firedrill.scenario.PromqlExpectation;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** An expression yields other samples than a {@code promql_expr_test} expects. */
final class SamplesDiffer {

  /** A result that nobody expected can be of any size. */
  private static final int SHOWN = 20;

  private SamplesDiffer() {}

  static Optional<Failure> check(
      PromqlExpectation expectation,
      List<Element> result,
      SampleComparison comparison,
      Observed observed) {
    List<Element> sorted = result.stream().sorted(Comparator.comparing(Element::labels)).toList();
    Assignment<ExpectedSample, Element> assignment =
        Assignment.of(expectation.expected(), sorted, comparison::compare);
    return assignment.isPerfect()
        ? Optional.empty()
        : Optional.of(failure(expectation, sorted.size(), assignment, observed));
  }

  private static Failure failure(
      PromqlExpectation expectation,
      int found,
      Assignment<ExpectedSample, Element> assignment,
      Observed observed) {
    VirtualTime time = new VirtualTime(observed.timeline().start());
    Instant at = time.start().plus(expectation.evalTime());
    String difference =
        Counts.difference("sample", expectation.expected().size(), found, assignment.unmatched());
    FailureText text =
        new FailureText(
            expectation.position(),
            ExprText.oneLine(expectation.expr()) + " at " + time.text(at) + ": " + difference);
    assignment
        .near()
        .forEach(
            p -> {
              text.diff(
                  "expected at " + p.expected().position() + " (-), nearest sample (+):",
                  p.fields());
              hint(p.expected().value(), p.actual().value()).ifPresent(text::hint);
            });
    assignment
        .missing()
        .forEach(
            e ->
                text.diff(
                    "expected at " + e.position() + ", not in the result:",
                    List.of(
                        Field.missing("labels", e.labels().toString()),
                        Field.missing("value", SampleComparison.text(e.value())))));
    assignment.extra().stream()
        .limit(SHOWN)
        .forEach(
            e ->
                text.diff(
                    "in the result, but not expected:",
                    List.of(
                        Field.extra("labels", e.labels().toString()),
                        Field.extra("value", SampleComparison.text(e.value())))));
    if (assignment.extra().size() > SHOWN) {
      text.line("and " + Counts.of(assignment.extra().size() - SHOWN, "more sample"));
    }
    return text.timeline(observed, at, at).failure(FailureKind.SAMPLES_DIFFER);
  }

  private static Optional<String> hint(SampleValue expected, QueryValue actual) {
    if (expected instanceof SampleValue.Number wanted && actual instanceof QueryValue.Number got) {
      if (Double.isNaN(wanted.value())) {
        return Optional.of("NaN equals nothing, itself included, as in promtool");
      }
      if (SampleComparison.neighbours(wanted.value(), got.value())) {
        return Optional.of("the values are neighbours: fuzzy_compare: true accepts that");
      }
    }
    return Optional.empty();
  }
}
