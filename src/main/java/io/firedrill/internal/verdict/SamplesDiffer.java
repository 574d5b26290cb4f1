package io.firedrill.internal.verdict;

import io.firedrill.internal.prometheus.QueryResult.Element;
import io.firedrill.internal.prometheus.QueryValue;
import io.firedrill.internal.scenario.ExpectedSample;
import io.firedrill.model.SampleValue;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** An expression yields other samples than expected. */
final class SamplesDiffer {

  private SamplesDiffer() {}

  static Optional<Difference> check(
      Query query,
      List<Element> result,
      List<ExpectedSample> expected,
      SampleComparison comparison,
      Extra extra,
      Observed observed) {
    List<Element> sorted = result.stream().sorted(Comparator.comparing(Element::labels)).toList();
    Assignment<ExpectedSample, Element> assignment =
        Assignment.of(expected, sorted, comparison::compare).with(extra);
    if (assignment.isPerfect()) {
      return Optional.empty();
    }
    String difference =
        Counts.difference("sample", expected.size(), sorted.size(), assignment.unmatched(), extra);
    return Optional.of(difference(query, difference, assignment, observed));
  }

  private static Difference difference(
      Query query,
      String difference,
      Assignment<ExpectedSample, Element> assignment,
      Observed observed) {
    VirtualTime time = new VirtualTime(observed.timeline().start());
    FailureText text = new FailureText(query.title(time) + ": " + difference);
    text.each(
        "sample",
        assignment.near(),
        p -> {
          text.diff(
              Wording.expected(p.expected().origin()) + " (-), nearest sample (+):", p.fields());
          hint(p.expected(), p.actual().value()).ifPresent(text::hint);
        });
    text.each(
        "sample",
        assignment.missing(),
        e ->
            text.diff(
                Wording.expected(e.origin()) + ", not in the result:",
                List.of(
                    Field.missing("labels", e.labels().toString()),
                    Field.missing("value", SampleComparison.text(e.value())))));
    text.each(
        "sample",
        assignment.extra(),
        e ->
            text.diff(
                "in the result, but not expected:",
                List.of(
                    Field.extra("labels", e.labels().toString()),
                    Field.extra("value", SampleComparison.text(e.value())))));
    text.alike(query.expression() + "\n" + difference, "at " + time.text(query.time()));
    Instant at = time.start().plus(query.time());
    return text.timeline(observed, at, at).difference(FailureKind.SAMPLES_DIFFER);
  }

  private static Optional<String> hint(ExpectedSample expected, QueryValue actual) {
    Wording wording = Wording.of(expected.origin());
    if (expected.value() instanceof SampleValue.Number wanted
        && actual instanceof QueryValue.Number got) {
      if (Double.isNaN(wanted.value()) && wording == Wording.SCENARIO) {
        return Optional.of("NaN equals nothing, itself included, as in promtool");
      }
      if (SampleComparison.neighbours(wanted.value(), got.value())) {
        return Optional.of("the values are neighbours: " + wording.neighboursHint());
      }
    }
    return Optional.empty();
  }
}
