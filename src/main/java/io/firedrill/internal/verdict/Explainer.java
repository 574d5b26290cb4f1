package io.firedrill.internal.verdict;

import io.firedrill.internal.scenario.ExpectedNotification;
import java.util.List;

/** Explains why a notification is missing. */
public interface Explainer {

  /** Says nothing. */
  Explainer NONE = (claim, expected) -> List.of();

  /**
   * Why a notification is missing, or arrived at another time.
   *
   * @param claim the receiver and the window
   * @param expected the notification
   * @return lines for people; none where there is nothing to say
   */
  List<String> why(Claim claim, ExpectedNotification expected);
}
