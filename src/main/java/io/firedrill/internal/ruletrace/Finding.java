package io.firedrill.internal.ruletrace;

import io.firedrill.internal.promql.BinaryOperation;
import io.firedrill.internal.promql.Expr;
import io.firedrill.internal.promql.FunctionCall;
import io.firedrill.internal.promql.RangeSelector;
import io.firedrill.internal.promql.Selector;
import java.time.Instant;

/** The part that decides why an alert is not firing at an evaluation. */
sealed interface Finding {

  /** It is pending. */
  record Pending(String alert, Instant since) implements Finding {}

  /** A selector returned nothing. */
  record NoSamples(Selector selector, LabelFilter filter) implements Finding {}

  /** A comparison is false for every element. */
  record NotMet(BinaryOperation comparison, LabelFilter filter) implements Finding {}

  /** Both sides returned elements, and none match. */
  record NoMatch(BinaryOperation operation, LabelFilter filter) implements Finding {}

  /** The right side of {@code unless} matches every element. */
  record Excluded(BinaryOperation unless, LabelFilter filter) implements Finding {}

  /** What should be absent is there. */
  record Present(FunctionCall absent, LabelFilter filter) implements Finding {}

  /** A range has one sample where two are needed. */
  record OneSample(FunctionCall call, RangeSelector selector) implements Finding {}

  /** A part returned elements, but none with the alert's labels. */
  record OtherLabels(Expr part, LabelFilter filter) implements Finding {}

  /** A part returned nothing, although its operands returned elements. */
  record Nothing(Expr part) implements Finding {}

  /** Prometheus cannot evaluate the expression. */
  record Failed(String error) implements Finding {}

  /**
   * An evaluation failed for another reason than the expression, such as the group's limit.
   *
   * @param first the first one that failed
   */
  record NotEvaluated(Instant first, String error) implements Finding {}

  /** Prometheus could not say, or contradicts what it did. */
  record Unknown(String why) implements Finding {}
}
