package io.firedrill.internal.explain;

import io.firedrill.internal.alertmanager.Route;
import io.firedrill.internal.alertmanager.Route.Timing;
import io.firedrill.internal.source.PrometheusDuration;
import java.time.Duration;
import java.util.Locale;

/** A route's durations, in words: {@code repeat_interval 4h, the default}. */
final class TimingText {

  private TimingText() {}

  static String of(Route route, Timing timing) {
    return timing.name().toLowerCase(Locale.ROOT) + " " + length(route, timing);
  }

  /** Without the name: {@code 4h, the default}. */
  static String length(Route route, Timing timing) {
    return PrometheusDuration.format(duration(route, timing))
        + (route.defaults().contains(timing) ? ", the default" : "");
  }

  private static Duration duration(Route route, Timing timing) {
    return switch (timing) {
      case GROUP_WAIT -> route.groupWait();
      case GROUP_INTERVAL -> route.groupInterval();
      case REPEAT_INTERVAL -> route.repeatInterval();
    };
  }
}
