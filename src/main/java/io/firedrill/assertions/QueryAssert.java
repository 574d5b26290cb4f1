package io.firedrill.assertions;

import io.firedrill.drill.QueryAnswer;
import io.firedrill.internal.live.AnsweredQuery;
import io.firedrill.internal.prometheus.QueryResult.Element;
import io.firedrill.internal.scenario.ExpectedSample;
import io.firedrill.internal.source.Origin;
import io.firedrill.internal.verdict.Difference;
import io.firedrill.internal.verdict.Differences;
import io.firedrill.internal.verdict.Extra;
import io.firedrill.internal.verdict.Query;
import io.firedrill.internal.verdict.SampleComparison;
import io.firedrill.internal.verdict.SampleComparison.Agreement;
import io.firedrill.model.SampleValue;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.assertj.core.data.Offset;

/**
 * Assertions about the result of an expression: an instant vector, or a scalar, which is one sample
 * without labels. Every assertion fails for an expression that Prometheus rejects, and for a time
 * that the drill has not reached. NaN equals NaN; native histograms are equal if their count, sum
 * and buckets are equal.
 *
 * <p>In the examples, a pipeline fails for 18 hours from the start, and its alert has {@code for:
 * 15m}. {@code drill} has run for 24 hours, {@code after10m} for 10 minutes and {@code after1h} for
 * one hour. In {@code healthy}, the pipeline does not fail.
 */
public class QueryAssert extends SubjectAssert<QueryAssert, QueryAnswer> {

  /** Assertions about this answer. */
  public QueryAssert(QueryAnswer actual) {
    super(actual, QueryAssert.class);
  }

  /**
   * Verifies that there are no samples.
   *
   * <pre>{@code
   * // passes
   * assertThat(drill.query("ALERTS")).isEmpty();
   * // fails
   * assertThat(drill.query("vector(1)")).isEmpty();
   * }</pre>
   */
  public QueryAssert isEmpty() {
    return samples(Numbers.same(), Extra.REFUSED);
  }

  /**
   * Verifies the number of samples.
   *
   * <pre>{@code
   * // passes
   * assertThat(drill.query("vector(1)")).hasSize(1);
   * // fails
   * assertThat(drill.query("vector(1)")).hasSize(2);
   * }</pre>
   */
  public QueryAssert hasSize(int samples) {
    return elements(found -> SampleCountDiffers.check(subject(), found, samples));
  }

  /**
   * Verifies that there is one sample, with any labels, and it has this value.
   *
   * <pre>{@code
   * // passes
   * assertThat(drill.query("vector(1)")).hasValue(1);
   * // fails
   * assertThat(drill.query("vector(1)")).hasValue(2);
   * }</pre>
   */
  public QueryAssert hasValue(double value) {
    return value(value, Numbers.same());
  }

  /**
   * Verifies that there is one sample, with any labels, and its value is within an offset of this
   * one.
   *
   * <pre>{@code
   * // passes
   * assertThat(drill.query("vector(0.25)")).hasValue(0.3, within(0.1));
   * // fails
   * assertThat(drill.query("vector(0.25)")).hasValue(1, within(0.1));
   * }</pre>
   */
  public QueryAssert hasValue(double value, Offset<Double> offset) {
    return value(value, Numbers.within(offset));
  }

  /**
   * Verifies that there are exactly these samples, in any order.
   *
   * <pre>{@code
   * // passes
   * assertThat(drill.query("vector(1)")).hasSamples(sample("{}", 1));
   * // fails
   * assertThat(drill.query("vector(1)")).hasSamples(sample("{}", 2));
   * }</pre>
   */
  public QueryAssert hasSamples(SampleSpec... samples) {
    return samples(Numbers.same(), Extra.REFUSED, samples);
  }

  /**
   * Verifies that there are exactly these samples, in any order, with values within an offset of
   * these.
   *
   * <pre>{@code
   * // passes
   * assertThat(drill.query("vector(0.25)")).hasSamples(within(0.1), sample("{}", 0.3));
   * // fails
   * assertThat(drill.query("vector(0.25)")).hasSamples(within(0.1), sample("{}", 1));
   * }</pre>
   */
  public QueryAssert hasSamples(Offset<Double> offset, SampleSpec... samples) {
    return samples(Numbers.within(offset), Extra.REFUSED, samples);
  }

  /**
   * Verifies that there are these samples, possibly among others.
   *
   * <pre>{@code
   * // passes
   * assertThat(drill.query("vector(1)")).contains(sample("{}", 1));
   * // fails
   * assertThat(drill.query("vector(1)")).contains(sample("up", 1));
   * }</pre>
   *
   * @throws IllegalArgumentException if there is no sample
   */
  public QueryAssert contains(SampleSpec... samples) {
    Arguments.requireSome("sample", samples);
    return samples(Numbers.same(), Extra.IGNORED, samples);
  }

  /**
   * Verifies that there are these samples, with values within an offset of these, possibly among
   * others.
   *
   * <pre>{@code
   * // passes
   * assertThat(drill.query("vector(0.25)")).contains(within(0.1), sample("{}", 0.3));
   * // fails
   * assertThat(drill.query("vector(0.25)")).contains(within(0.1), sample("up", 0.3));
   * }</pre>
   *
   * @throws IllegalArgumentException if there is no sample
   */
  public QueryAssert contains(Offset<Double> offset, SampleSpec... samples) {
    Arguments.requireSome("sample", samples);
    return samples(Numbers.within(offset), Extra.IGNORED, samples);
  }

  private QueryAssert value(double value, Agreement agreement) {
    return elements(
        found -> {
          if (found.size() != 1) {
            return SampleCountDiffers.check(subject(), found, 1);
          }
          ExpectedSample expected =
              new ExpectedSample(
                  found.get(0).labels(), SampleValue.of(value), new Origin.Listed(1, 1));
          return difference(List.of(expected), agreement, Extra.REFUSED);
        });
  }

  private QueryAssert samples(Agreement agreement, Extra extra, SampleSpec... samples) {
    isNotNull();
    return require(
        unreached().or(() -> difference(SampleSpec.expected(samples), agreement, extra)));
  }

  private Optional<String> difference(
      List<ExpectedSample> expected, Agreement agreement, Extra extra) {
    return Differences.ofSamples(
            query(subject()),
            subject().outcome(),
            expected,
            SampleComparison.of(agreement),
            extra,
            subject().observed())
        .map(Difference::text);
  }

  private QueryAssert elements(Function<List<Element>, Optional<String>> check) {
    isNotNull();
    return require(
        unreached()
            .or(
                () ->
                    Differences.noSamples(
                            query(subject()), subject().outcome(), subject().observed())
                        .map(Difference::text))
            .or(() -> check.apply(subject().outcome().elements().orElseThrow())));
  }

  private Optional<String> unreached() {
    Query query = query(subject());
    return NothingToJudge.yet(query.text(), query.time(), subject().observed());
  }

  static Query query(AnsweredQuery answer) {
    return new Query(
        answer.expression(), Duration.between(answer.observed().timeline().start(), answer.time()));
  }

  private AnsweredQuery subject() {
    return AnsweredQuery.of(actual);
  }
}
