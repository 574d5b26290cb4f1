package io.firedrill.internal.comparison;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * An alert that is active at different times, or has different labels.
 *
 * @param change the kind of difference
 * @param base the alert in the base, unless it appears
 * @param head the alert in the head, unless it vanishes
 * @param parts the parts that differ, if both sides have it
 */
public record AlertDifference(
    Change change, Optional<Episode> base, Optional<Episode> head, List<Part> parts)
    implements EventDifference {

  public AlertDifference {
    parts = List.copyOf(parts);
  }

  static AlertDifference appears(Episode head) {
    return new AlertDifference(Change.APPEARS, Optional.empty(), Optional.of(head), List.of());
  }

  static AlertDifference vanishes(Episode base) {
    return new AlertDifference(Change.VANISHES, Optional.of(base), Optional.empty(), List.of());
  }

  static AlertDifference changes(Episode base, Episode head) {
    return new AlertDifference(
        Change.CHANGES, Optional.of(base), Optional.of(head), EpisodeParts.of(base, head));
  }

  /** The alert in the head, or else in the base. */
  private Episode shown() {
    return head.or(() -> base).orElseThrow();
  }

  @Override
  public Duration offset() {
    return shown().begin();
  }

  @Override
  public String title() {
    return shown().title() + (change == Change.CHANGES ? "" : "  " + shown().course());
  }
}
