package io.firedrill.assertions;

import java.util.Optional;
import org.assertj.core.api.AbstractAssert;

/** The base of all assertions about drills. */
abstract class SubjectAssert<S extends SubjectAssert<S, A>, A> extends AbstractAssert<S, A> {

  SubjectAssert(A actual, Class<?> self) {
    super(actual, self);
  }

  /** Fails with this text, if there is one. */
  S require(Optional<String> failure) {
    if (failure.isPresent()) {
      fail(failure.get());
    }
    return myself;
  }

  /** Without lambda expressions, whose frames would stand before the user's line. */
  private void fail(String text) {
    Optional<Sides> sides = Sides.of(text);
    if (sides.isPresent()) {
      failWithActualExpectedAndMessage(sides.get().actual(), sides.get().expected(), "%s", text);
    } else {
      failWithMessage("%s", text);
    }
  }

  /** So that a stack trace begins with the user's own line. */
  @Override
  protected boolean isElementOfCustomAssert(StackTraceElement element) {
    return super.isElementOfCustomAssert(element)
        || element.getClassName().equals(SubjectAssert.class.getName());
  }
}
