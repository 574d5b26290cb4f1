package io.firedrill.internal.verdict;

import static io.firedrill.internal.verdict.Given.assertText;
import static io.firedrill.internal.verdict.Given.element;
import static org.assertj.core.api.Assertions.assertThat;

import io.firedrill.internal.prometheus.QueryResult;
import io.firedrill.internal.scenario.ExpectedSample;
import io.firedrill.internal.scenario.PromqlExpectation;
import io.firedrill.model.Labels;
import io.firedrill.model.SampleValue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SamplesDifferTest {

  private static final Labels API = Labels.of("__name__", "errors", "job", "api");
  private static final Labels WEB = Labels.of("__name__", "errors", "job", "web");

  @Test
  void samplesInAnyOrderPass() {
    assertThat(check(vector(element(WEB, 2), element(API, 1)), wanted(API, 1), wanted(WEB, 2)))
        .isEmpty();
  }

  @Test
  void noSamplesPassOnlyOnAnEmptyResult() {
    assertThat(check(vector())).isEmpty();
    assertThat(check(vector(element(API, 1)))).isPresent();
  }

  @Test
  void aScalarIsASampleWithoutLabels() {
    assertThat(check(new QueryResult.Scalar(Instant.EPOCH, 3), wanted(Labels.empty(), 3)))
        .isEmpty();
  }

  @Test
  void negativeZeroEqualsZero() {
    assertThat(check(vector(element(API, -0.0)), wanted(API, 0))).isEmpty();
  }

  @Test
  void neighboursAreEqualOnlyWhereNumbersAreFuzzy() {
    PromqlExpectation expectation = expect(wanted(API, 0.3));
    Observed observed = observed(expectation, vector(element(API, 0.1 + 0.2)));

    assertThat(PromqlCheck.check(expectation, SampleComparison.FUZZY, observed)).isEmpty();
    assertText(
        PromqlCheck.check(expectation, SampleComparison.EXACT, observed),
        """
        drill.yaml:20:3: errors at 5m: the sample differs
          expected at drill.yaml:22:5 (-), nearest sample (+):
              labels  errors{job="api"}
            - value   0.3
            + value   0.30000000000000004
                         ~~~~~~~~~~~~~~~~
          hint: the values are neighbours: fuzzy_compare: true accepts that
          timeline around 5m:
            no alert, no notification in the whole run
        """);
  }

  @Test
  void fuzzyStopsAtTheSecondNeighbour() {
    double second = Math.nextUp(Math.nextUp(0.3));

    assertThat(SampleComparison.FUZZY.agree(0.3, second)).isFalse();
    assertThat(SampleComparison.FUZZY.agree(Double.MAX_VALUE, Double.POSITIVE_INFINITY)).isTrue();
    assertThat(SampleComparison.FUZZY.agree(Double.NaN, Double.NaN)).isFalse();
  }

  @Test
  void nanEqualsNothing() {
    assertText(
        check(vector(element(API, Double.NaN)), wanted(API, Double.NaN)),
        """
        drill.yaml:20:3: errors at 5m: the sample differs
          expected at drill.yaml:22:5 (-), nearest sample (+):
              labels  errors{job="api"}
            - value   NaN
            + value   NaN
          hint: NaN equals nothing, itself included, as in promtool
          timeline around 5m:
            no alert, no notification in the whole run
        """);
  }

  @Test
  void missingAndExtraSamples() {
    assertText(
        check(vector(element(API, 1), element(WEB, Double.POSITIVE_INFINITY)), wanted(API, 1)),
        """
        drill.yaml:20:3: errors at 5m: expected 1 sample, found 2
          in the result, but not expected:
            + labels  errors{job="web"}
            + value   +Inf
          timeline around 5m:
            no alert, no notification in the whole run
        """);
    assertText(
        check(vector(element(WEB, 2.5)), wanted(API, 1), wanted(WEB, 2.5)),
        """
        drill.yaml:20:3: errors at 5m: expected 2 samples, found 1
          expected at drill.yaml:22:5, not in the result:
            - labels  errors{job="api"}
            - value   1
          timeline around 5m:
            no alert, no notification in the whole run
        """);
  }

  private static Optional<Failure> check(QueryResult result, ExpectedSample... expected) {
    PromqlExpectation expectation = expect(expected);
    return PromqlCheck.check(expectation, SampleComparison.EXACT, observed(expectation, result));
  }

  private static Observed observed(PromqlExpectation expectation, QueryResult result) {
    return Given.run().query(expectation, new QueryOutcome.Answer(result)).observed();
  }

  private static QueryResult vector(QueryResult.Element... elements) {
    return new QueryResult.Vector(List.of(elements));
  }

  private static ExpectedSample wanted(Labels labels, double value) {
    return new ExpectedSample(labels, SampleValue.of(value), Given.at(22, 5));
  }

  private static PromqlExpectation expect(ExpectedSample... samples) {
    return new PromqlExpectation(
        "errors", Given.duration("5m"), List.of(samples), Given.at(20, 3), Given.at(20, 9));
  }
}
