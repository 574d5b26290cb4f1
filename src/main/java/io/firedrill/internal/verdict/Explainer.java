package io.firedrill.internal.verdict;

import io.firedrill.internal.scenario.ExpectedNotification;
import java.util.List;

/** Says why a notification did not come. */
public interface Explainer {

  /** Says nothing. */
  Explainer NONE = (claim, expected) -> List.of();

  /**
   * Why a notification did not come, or not at its time.
   *
   * @param claim the receiver and the window
   * @param expected the notification
   * @return lines for people; none where there is nothing to say
   */
  List<String> why(Claim claim, ExpectedNotification expected);
}
