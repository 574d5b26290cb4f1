package io.firedrill.assertions;

import io.firedrill.model.AlertState;
import java.util.Optional;

/** No alert was ever active, so there are no labels, annotations or value to compare. */
final class AlertNeverSeen {

  private AlertNeverSeen() {}

  static Optional<String> of(AlertCourse course) {
    return Optional.of(
        course.failure(
            "expected an alert, none was ever pending or firing",
            course.whyNever(AlertState.PENDING, course.time().start())));
  }
}
