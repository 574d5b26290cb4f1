package io.firedrill.internal.explain;

import io.firedrill.internal.alertmanager.AlertmanagerView.ViewedSilence;
import io.firedrill.internal.alertmanager.InhibitRule;
import io.firedrill.model.Labels;
import java.util.List;
import java.util.Optional;

/** Why a flush left out an alert. */
sealed interface Suppressed {

  /** How it is known. */
  enum Source {
    /** Alertmanager said so. */
    SAID,
    /** Firedrill works it out: Alertmanager was not asked then, and does not record it. */
    COMPUTED
  }

  Source source();

  /**
   * By another alert.
   *
   * @param rule the rule of the user's file, where it is known
   */
  record Inhibited(Labels by, Optional<InhibitRule> rule, Source source) implements Suppressed {}

  /** By a silence. */
  record Silenced(ViewedSilence by, Source source) implements Suppressed {}

  /**
   * By the time.
   *
   * @param intervals the names of the intervals, one of which it is where several are possible
   */
  record Muted(Kind kind, List<String> intervals, Source source) implements Suppressed {

    /** How intervals mute. */
    enum Kind {
      /** All of them were: {@code mute_time_intervals}. */
      WITHIN,
      /** One of them was, and Alertmanager does not say which. */
      WITHIN_ONE_OF,
      /** None of them was: {@code active_time_intervals}. */
      OUTSIDE
    }

    public Muted {
      intervals = List.copyOf(intervals);
    }
  }
}
