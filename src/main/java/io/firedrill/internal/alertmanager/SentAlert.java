package io.firedrill.internal.alertmanager;

import io.firedrill.model.Labels;
import java.time.Instant;

/**
 * An alert as Alertmanager is sent it.
 *
 * @param labels its labels
 * @param startsAt when it began to fire
 * @param endsAt when it was resolved, or is taken for resolved unless it is sent again
 */
public record SentAlert(Labels labels, Instant startsAt, Instant endsAt) {

  /** What Alertmanager makes of this alert and an earlier one with the same labels. */
  public SentAlert mergedWith(SentAlert old) {
    boolean overlap =
        endsAt.isAfter(old.startsAt) && endsAt.isBefore(old.endsAt)
            || startsAt.isAfter(old.startsAt) && startsAt.isBefore(old.endsAt);
    return overlap && old.startsAt.isBefore(startsAt)
        ? new SentAlert(labels, old.startsAt, endsAt)
        : this;
  }
}
