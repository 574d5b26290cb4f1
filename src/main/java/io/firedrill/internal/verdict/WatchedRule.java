package io.firedrill.internal.verdict;

import io.firedrill.internal.source.Position;
import io.firedrill.model.Series;
import java.util.List;
import java.util.Optional;

/**
 * An alerting rule that a scenario names, or whose alert was pending or firing in its run.
 *
 * @param alert the alert's name
 * @param position where the rule begins
 * @param expr the expression as written
 * @param threshold the number that it compares something with, where it is a plain comparison
 * @param values what it compared with the threshold, at its evaluations in virtual time; empty
 *     where nobody asked for it
 */
public record WatchedRule(
    String alert,
    Position position,
    String expr,
    Optional<Threshold> threshold,
    List<Series> values) {

  public WatchedRule {
    values = List.copyOf(values);
  }

  /**
   * What an expression compares with a number.
   *
   * @param left what is compared
   * @param operator the operator, such as {@code <}
   * @param number the number as written
   */
  public record Threshold(String left, String operator, String number) {}
}
