package io.firedrill.internal.comparison;

import java.time.Duration;
import java.util.List;

/** One alert, notification or failing rule that is not the same in base and head. */
public sealed interface EventDifference
    permits AlertDifference, NotificationDifference, RuleDifference {

  /** How it differs. */
  Change change();

  /** What differs, where both sides have it; else empty. */
  List<Part> parts();

  /** When it happens, in virtual time since the start: in the head, or else in the base. */
  Duration offset();

  /** What it is, in one line without the time. */
  String title();
}
