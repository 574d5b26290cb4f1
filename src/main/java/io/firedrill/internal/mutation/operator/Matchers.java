package io.firedrill.internal.mutation.operator;

import io.firedrill.model.LabelMatcher;

/** Matchers of labels. */
final class Matchers {

  private Matchers() {}

  /** The matcher for all other values. */
  static LabelMatcher negated(LabelMatcher matcher) {
    LabelMatcher.Operator operator =
        switch (matcher.operator()) {
          case EQUAL -> LabelMatcher.Operator.NOT_EQUAL;
          case NOT_EQUAL -> LabelMatcher.Operator.EQUAL;
          case MATCHES -> LabelMatcher.Operator.MATCHES_NOT;
          case MATCHES_NOT -> LabelMatcher.Operator.MATCHES;
        };
    return new LabelMatcher(matcher.name(), operator, matcher.value());
  }
}
