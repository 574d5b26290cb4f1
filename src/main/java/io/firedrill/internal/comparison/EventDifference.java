package io.firedrill.internal.comparison;

import java.time.Duration;
import java.util.List;

/** An alert, notification or failing rule that differs between base and head. */
public sealed interface EventDifference
    permits AlertDifference, NotificationDifference, RuleDifference {

  /** The kind of difference. */
  Change change();

  /** The parts that differ, if both sides have it; else empty. */
  List<Part> parts();

  /** Its time in the head, or else in the base; virtual, relative to the start. */
  Duration offset();

  /** A description in one line, without the time. */
  String title();
}
