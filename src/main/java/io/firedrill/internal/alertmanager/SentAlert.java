package io.firedrill.internal.alertmanager;

import io.firedrill.model.Labels;
import java.time.Instant;

/**
 * An alert as sent to Alertmanager.
 *
 * @param labels its labels
 * @param startsAt when it began to fire
 * @param endsAt when it was resolved, or counts as resolved unless it is sent again
 */
public record SentAlert(Labels labels, Instant startsAt, Instant endsAt) {

  /** How Alertmanager merges this alert with an earlier one with the same labels. */
  public SentAlert mergedWith(SentAlert old) {
    boolean overlap =
        endsAt.isAfter(old.startsAt) && endsAt.isBefore(old.endsAt)
            || startsAt.isAfter(old.startsAt) && startsAt.isBefore(old.endsAt);
    return overlap && old.startsAt.isBefore(startsAt)
        ? new SentAlert(labels, old.startsAt, endsAt)
        : this;
  }
}
