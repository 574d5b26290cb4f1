package io.firedrill.internal.verdict;

import io.firedrill.internal.prometheus.QueryResult.Element;
import io.firedrill.internal.prometheus.QueryValue;
import io.firedrill.internal.scenario.ExpectedSample;
import io.firedrill.model.SampleValue;
import java.util.List;
import java.util.Optional;

/**
 * Compares samples. As promtool does it: labels exactly; floats by {@code ==}, so that NaN equals
 * nothing; with {@code fuzzy_compare}, the two neighbouring floats count too. Histograms are never
 * fuzzy.
 */
public final class SampleComparison {

  static final SampleComparison EXACT = of((expected, actual) -> expected == actual);
  static final SampleComparison FUZZY =
      of((expected, actual) -> expected == actual || neighbours(expected, actual));

  /** Whether two floats count as equal. */
  @FunctionalInterface
  public interface Agreement {
    boolean test(double expected, double actual);
  }

  private final Agreement agreement;

  private SampleComparison(Agreement agreement) {
    this.agreement = agreement;
  }

  /** With another comparison of floats. */
  public static SampleComparison of(Agreement agreement) {
    return new SampleComparison(agreement);
  }

  List<Field> compare(ExpectedSample expected, Element actual) {
    String wanted = text(expected.value());
    String found = text(actual.value());
    return List.of(
        labels(expected, actual),
        new Field(
            "value",
            Optional.of(wanted),
            Optional.of(found),
            agree(expected.value(), actual.value())));
  }

  private static Field labels(ExpectedSample expected, Element actual) {
    String wanted = expected.labels().toString();
    String found = actual.labels().toString();
    return wanted.equals(found)
        ? Field.equal("labels", found)
        : Field.differing("labels", wanted, found);
  }

  private boolean agree(SampleValue expected, QueryValue actual) {
    if (expected instanceof SampleValue.Number wanted && actual instanceof QueryValue.Number got) {
      return agree(wanted.value(), got.value());
    }
    return expected instanceof SampleValue.Histogram wanted
        && actual instanceof QueryValue.Histogram got
        && HistogramComparison.agree(HistogramComparison.asQueried(wanted.histogram()), got);
  }

  boolean agree(double expected, double actual) {
    return agreement.test(expected, actual);
  }

  static boolean neighbours(double a, double b) {
    return Math.nextDown(a) == b || Math.nextUp(a) == b;
  }

  static String text(SampleValue value) {
    if (value instanceof SampleValue.Number number) {
      return NumberText.of(number.value());
    }
    return value instanceof SampleValue.Histogram histogram
        ? HistogramComparison.text(HistogramComparison.asQueried(histogram.histogram()))
        : "stale";
  }

  /** A value as text. */
  public static String text(QueryValue value) {
    return value instanceof QueryValue.Number number
        ? NumberText.of(number.value())
        : HistogramComparison.text((QueryValue.Histogram) value);
  }
}
