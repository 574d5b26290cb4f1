package io.firedrill.internal.comparison;

import io.firedrill.internal.result.NotificationResult;
import io.firedrill.internal.verdict.Counts;
import io.firedrill.model.Labels;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A notification that only one side has, or whose time, receiver or content differs.
 *
 * @param change the kind of difference
 * @param base the notification in the base, unless it appears
 * @param head the notification in the head, unless it vanishes
 * @param offset its time in the head, or else in the base; virtual, relative to the start, in whole
 *     seconds
 * @param parts the parts that differ, if both sides have it
 */
public record NotificationDifference(
    Change change,
    Optional<NotificationResult> base,
    Optional<NotificationResult> head,
    Duration offset,
    List<Part> parts)
    implements EventDifference {

  public NotificationDifference {
    parts = List.copyOf(parts);
  }

  @Override
  public String title() {
    NotificationResult shown = head.or(() -> base).orElseThrow();
    return String.join(
        "  ",
        shown.integration() + " " + shown.receiver(),
        shown.status(),
        Labels.copyOf(shown.groupLabels()).toString(),
        Counts.of(shown.alerts().size(), "alert"));
  }
}
