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
 * @param line the rule's first line, from 1
 * @param column its column, from 1
 * @param threshold its comparison with a number, if it is a plain comparison
 * @param values the compared values at its evaluations; empty if they were not recorded
 * @param more the number of series that are left out, because so many lines would be
 *     indistinguishable
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
   * @param left the compared expression, in PromQL
   * @param operator the operator, such as {@code <}
   * @param number the number as written; {@link Double#parseDouble} accepts it
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
