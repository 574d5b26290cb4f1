package io.firedrill.assertions;

import io.firedrill.drill.QueryAnswer;
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
 */
public class QueryAssert extends SubjectAssert<QueryAssert, QueryAnswer> {

  /** Assertions about this answer. */
  public QueryAssert(QueryAnswer actual) {
    super(actual, QueryAssert.class);
  }

  /** There are no samples. */
  public QueryAssert isEmpty() {
    return samples(Numbers.same(), Extra.REFUSED);
  }

  /** There are this many samples. */
  public QueryAssert hasSize(int samples) {
    return elements(found -> SampleCountDiffers.check(actual, found, samples));
  }

  /** There is one sample, with any labels, and it has this value. */
  public QueryAssert hasValue(double value) {
    return value(value, Numbers.same());
  }

  /** There is one sample, with any labels, and its value is this one or near it. */
  public QueryAssert hasValue(double value, Offset<Double> offset) {
    return value(value, Numbers.within(offset));
  }

  /** There are exactly these samples, in any order. */
  public QueryAssert hasSamples(SampleSpec... samples) {
    return samples(Numbers.same(), Extra.REFUSED, samples);
  }

  /** There are exactly these samples, in any order, with these values or values near them. */
  public QueryAssert hasSamples(Offset<Double> offset, SampleSpec... samples) {
    return samples(Numbers.within(offset), Extra.REFUSED, samples);
  }

  /**
   * There are these samples, perhaps among others.
   *
   * @throws IllegalArgumentException if none is named
   */
  public QueryAssert contains(SampleSpec... samples) {
    Arguments.requireSome("sample", samples);
    return samples(Numbers.same(), Extra.IGNORED, samples);
  }

  /**
   * There are these samples, with these values or values near them, perhaps among others.
   *
   * @throws IllegalArgumentException if none is named
   */
  public QueryAssert contains(Offset<Double> offset, SampleSpec... samples) {
    Arguments.requireSome("sample", samples);
    return samples(Numbers.within(offset), Extra.IGNORED, samples);
  }

  private QueryAssert value(double value, Agreement agreement) {
    return elements(
        found -> {
          if (found.size() != 1) {
            return SampleCountDiffers.check(actual, found, 1);
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
            query(actual),
            actual.outcome(),
            expected,
            SampleComparison.of(agreement),
            extra,
            actual.observed())
        .map(Difference::text);
  }

  private QueryAssert elements(Function<List<Element>, Optional<String>> check) {
    isNotNull();
    return require(
        unreached()
            .or(
                () ->
                    Differences.noSamples(query(actual), actual.outcome(), actual.observed())
                        .map(Difference::text))
            .or(() -> check.apply(actual.outcome().elements().orElseThrow())));
  }

  private Optional<String> unreached() {
    Query query = query(actual);
    return NothingToJudge.yet(query.text(), query.time(), actual.observed());
  }

  static Query query(QueryAnswer answer) {
    return new Query(
        answer.expression(), Duration.between(answer.observed().timeline().start(), answer.time()));
  }
}
