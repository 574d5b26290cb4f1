package io.firedrill.internal.run;

import io.firedrill.internal.alertmanager.AlertmanagerLog.By;
import io.firedrill.internal.alertmanager.AlertmanagerLog.LoggedMute;
import io.firedrill.internal.alertmanager.Route;
import io.firedrill.internal.alertmanager.Routing;
import io.firedrill.internal.coverage.RunFacts.Mute;
import io.firedrill.model.AlertState;
import io.firedrill.model.Labels;
import io.firedrill.model.Timeline;
import io.firedrill.model.TimelineEvent.AlertChanged;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which time intervals muted groups, from a log that only reports that a group was muted: versions
 * up to 0.27 report no more. An interval is named only if no other interval is possible.
 */
final class LoggedMutes {

  private final Timeline timeline;
  private final Labels externalLabels;
  private final Function<Instant, Optional<Routing>> routings;

  /**
   * Creates an instance for a run.
   *
   * @param routings the routes at an instant
   */
  LoggedMutes(
      Timeline timeline, Labels externalLabels, Function<Instant, Optional<Routing>> routings) {
    this.timeline = timeline;
    this.externalLabels = externalLabels;
    this.routings = routings;
  }

  List<Mute> of(List<LoggedMute> logged) {
    return logged.stream().flatMap(mute -> interval(mute).stream()).distinct().toList();
  }

  private Optional<Mute> interval(LoggedMute logged) {
    Set<String> names =
        routings.apply(logged.time()).stream()
            .flatMap(
                routing ->
                    firingAt(logged.time()).stream()
                        .flatMap(alert -> routing.root().taken(alert).stream()))
            .map(Route.Path::route)
            .map(
                route ->
                    logged.by() == By.MUTE
                        ? route.muteTimeIntervals()
                        : route.activeTimeIntervals())
            .flatMap(List::stream)
            .collect(Collectors.toSet());
    return names.size() == 1
        ? Optional.of(new Mute(logged.time(), names.iterator().next()))
        : Optional.empty();
  }

  private Set<Labels> firingAt(Instant time) {
    Set<Labels> firing = new TreeSet<>();
    for (AlertChanged change : timeline.alertChanges()) {
      if (change.time().isAfter(time)) {
        break;
      }
      if (change.to() == AlertState.FIRING) {
        firing.add(externalLabels.merge(change.alert()));
      } else {
        firing.remove(externalLabels.merge(change.alert()));
      }
    }
    return firing;
  }
}
