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
    failure.ifPresent(
        text ->
            Sides.of(text)
                .ifPresentOrElse(
                    s -> failWithActualExpectedAndMessage(s.actual(), s.expected(), "%s", text),
                    () -> failWithMessage("%s", text)));
    return myself;
  }

  /** So that a stack trace begins with the user's own line. */
  @Override
  protected boolean isElementOfCustomAssert(StackTraceElement element) {
    return super.isElementOfCustomAssert(element)
        || element.getClassName().equals(SubjectAssert.class.getName());
  }
}
