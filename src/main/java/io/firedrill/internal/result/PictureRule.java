package io.firedrill.internal.result;

import io.firedrill.internal.verdict.WatchedRule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An alerting rule that a test is about.
 *
 * @param alert the alert's name
 * @param file the rule file
 * @param line where the rule begins, from 1
 * @param column where it begins in its line, from 1
 * @param threshold what it compares with a number, if it is a plain comparison
 * @param values what it compared, at its evaluations; empty where it was not asked for
 * @param more how many series are left out, since nobody could tell so many lines apart
 */
public record PictureRule(
    String alert,
    String file,
    int line,
    int column,
    Optional<Threshold> threshold,
    List<PictureLine> values,
    int more) {

  private static final int LINES = 16;

  public PictureRule {
    values = List.copyOf(values);
  }

  /**
   * A comparison.
   *
   * @param left what is compared, PromQL
   * @param operator the operator, such as {@code <}
   * @param number the number as written; {@link Double#parseDouble} reads it
   */
  public record Threshold(String left, String operator, String number) {
    public Threshold {
      try {
        Double.parseDouble(number);
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException("a threshold is a number: \"" + number + "\"", e);
      }
    }
  }

  static PictureRule of(WatchedRule rule, Instant start, Duration length) {
    List<PictureLine> lines =
        rule.values().stream()
            .map(series -> Curve.of(series.samples(), start, length).line(series.labels()))
            .toList();
    return new PictureRule(
        rule.alert(),
        rule.position().file().toString(),
        rule.position().line(),
        rule.position().column(),
        rule.threshold().map(t -> new Threshold(t.left(), t.operator(), t.number())),
        lines.stream().limit(LINES).toList(),
        Math.max(0, lines.size() - LINES));
  }
}
