package io.firedrill.assertions;

import static io.firedrill.assertions.DrillAssertions.assertThat;
import static io.firedrill.assertions.DrillAssertions.sample;
import static io.firedrill.assertions.DrillAssertions.within;
import static io.firedrill.assertions.Subjects.assertFails;
import static io.firedrill.assertions.Subjects.vector;
import static io.firedrill.internal.verdict.Given.element;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.byLessThan;

import io.firedrill.drill.QueryAnswer;
import io.firedrill.internal.live.AnsweredQuery;
import io.firedrill.internal.prometheus.QueryResult;
import io.firedrill.internal.prometheus.QueryValue;
import io.firedrill.internal.verdict.Given;
import io.firedrill.internal.verdict.QueryOutcome;
import io.firedrill.model.Labels;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class QueryAssertTest {

  private static final Labels API = Labels.of("__name__", "errors", "job", "api");
  private static final Labels WEB = Labels.of("__name__", "errors", "job", "web");

  private final Given given = Given.run();
  private final QueryAnswer two = vector(given, "errors", element(WEB, 2), element(API, 0.1 + 0.2));
  private final QueryAnswer one = vector(given, "errors", element(API, 0.1 + 0.2));
  private final QueryAnswer none = vector(given, "errors");

  @Test
  void whatIsSoPasses() {
    assertThat(none).isEmpty().hasSize(0).hasSamples();
    assertThat(one).hasValue(0.1 + 0.2).hasValue(0.3, within(1e-9)).hasSize(1);
    assertThat(two)
        .hasSize(2)
        .hasSamples(sample("errors{job=\"api\"}", 0.1 + 0.2), sample("errors{job=\"web\"}", 2))
        .hasSamples(
            within(0.5), sample("errors{job=\"web\"}", 2.5), sample("errors{job=\"api\"}", 0))
        .contains(sample("errors{job=\"web\"}", 2))
        .contains(within(1.0), sample("errors{job=\"web\"}", 1));
    assertThat(vector(given, "0 / 0", element(Labels.empty(), Double.NaN))).hasValue(Double.NaN);
    assertThat(answer(new QueryOutcome.Answer(new QueryResult.Scalar(Instant.EPOCH, 3))))
        .hasValue(3)
        .hasSamples(sample("{}", 3));
  }

  @Test
  void histograms() {
    QueryValue.Histogram found =
        new QueryValue.Histogram(
            3,
            5.5,
            List.of(
                new QueryValue.Bucket(QueryValue.Bounds.UPPER_INCLUSIVE, 0.5, 1, 2),
                new QueryValue.Bucket(QueryValue.Bounds.UPPER_INCLUSIVE, 1, 2, 1)));
    QueryAnswer answer =
        vector(given, "latency", new QueryResult.Element(API, Instant.EPOCH, found));

    assertThat(answer)
        .hasSamples(sample("errors{job=\"api\"}", "{{schema:0 sum:5.5 count:3 buckets:[2 1]}}"));
    assertFails(
        () ->
            assertThat(answer)
                .hasSamples(
                    sample("errors{job=\"api\"}", "{{schema:0 sum:5.5 count:3 buckets:[1 2]}}")),
        """
        latency at 5m: the sample differs
          expected (-), nearest sample (+):
              labels  errors{job="api"}
            - value   count 3, sum 5.5, (0.5,1]: 1, (1,2]: 2
            + value   count 3, sum 5.5, (0.5,1]: 2, (1,2]: 1
                                                 ~~~~~~~~~~~
          timeline around 5m:
            no alert, no notification in the whole run
        """);
  }

  @Test
  void isEmpty() {
    assertFails(
        () -> assertThat(one).isEmpty(),
        """
        errors at 5m: expected no sample, found 1
          in the result, but not expected:
            + labels  errors{job="api"}
            + value   0.30000000000000004
          timeline around 5m:
            no alert, no notification in the whole run
        """);
  }

  @Test
  void hasValue() {
    assertFails(
        () -> assertThat(one).hasValue(0.3),
        """
        errors at 5m: the sample differs
          expected (-), nearest sample (+):
              labels  errors{job="api"}
            - value   0.3
            + value   0.30000000000000004
                         ~~~~~~~~~~~~~~~~
          hint: the values are neighbours: an offset such as within(1e-9) accepts that
          timeline around 5m:
            no alert, no notification in the whole run
        """);
    assertFails(
        () -> assertThat(one).hasValue(0.2, byLessThan(0.1)),
        """
        errors at 5m: the sample differs
          expected (-), nearest sample (+):
              labels  errors{job="api"}
            - value   0.2
            + value   0.30000000000000004
                        ~~~~~~~~~~~~~~~~~
          timeline around 5m:
            no alert, no notification in the whole run
        """);
    assertFails(
        () -> assertThat(two).hasValue(2),
        """
        errors at 5m: expected 1 sample, found 2
          the result:
            errors{job="api"} 0.30000000000000004
            errors{job="web"} 2
          timeline around 5m:
            no alert, no notification in the whole run
        """);
    assertFails(
        () -> assertThat(none).hasValue(2),
        """
        errors at 5m: expected 1 sample, found none
          timeline around 5m:
            no alert, no notification in the whole run
        """);
  }

  @Test
  void hasSamples() {
    assertFails(
        () ->
            assertThat(two)
                .hasSamples(sample("errors{job=\"api\"}", 1), sample("errors{job=\"web\"}", 2)),
        """
        errors at 5m: 1 of 2 samples differs
          expected as no. 1 (-), nearest sample (+):
              labels  errors{job="api"}
            - value   1
            + value   0.30000000000000004
          timeline around 5m:
            no alert, no notification in the whole run
        """);
  }

  @Test
  void contains() {
    assertFails(
        () ->
            assertThat(two)
                .contains(
                    sample("errors{job=\"web\"}", 2),
                    sample("errors{job=\"web\"}", 2),
                    sample("errors{job=\"db\"}", 7)),
        """
        errors at 5m: 2 of 3 expected samples are not among the 2 found
          expected as no. 2 (-), nearest sample (+):
            - labels  errors{job="web"}
            + labels  errors{job="api"}
                                  ~~~
            - value   2
            + value   0.30000000000000004
          expected as no. 3, not in the result:
            - labels  errors{job="db"}
            - value   7
          timeline around 5m:
            no alert, no notification in the whole run
        """);
  }

  @Test
  void whatCannotBeJudgedFails() {
    assertFails(
        () -> assertThat(answer(new QueryOutcome.Refusal("1:4: parse error: no end"))).isEmpty(),
        """
        up{ at 5m: parse error: no end
          the expression:
            up{
               ^
        """);
    assertFails(
        () ->
            assertThat(answer(new QueryOutcome.Answer(new QueryResult.Matrix(List.of()))))
                .hasSize(1),
        "up{: expected an instant vector or a scalar, found a range vector");
  }

  @Test
  void aTimeThatTheDrillHasNotGotToFails() {
    QueryAnswer later =
        new AnsweredQuery(
            "errors", given.instant("21m"), AnsweredQuery.of(none).outcome(), given.observed());

    assertFails(
        () -> assertThat(later).isEmpty(), "errors: the drill has not reached 21m, it is at 20m");
    assertFails(
        () -> assertThat(later).hasSize(0), "errors: the drill has not reached 21m, it is at 20m");
  }

  @Test
  void somethingIsContained() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> assertThat(one).contains())
        .withMessage("contains() without arguments always passes: give at least one sample");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> assertThat(one).contains(within(0.1)))
        .withMessage("contains() without arguments always passes: give at least one sample");
  }

  private AnsweredQuery answer(QueryOutcome outcome) {
    return new AnsweredQuery("up{", given.instant("5m"), outcome, given.observed());
  }
}
