package io.firedrill.internal.comparison;

import io.firedrill.internal.result.AlertChange;
import io.firedrill.internal.result.TestResult;
import io.firedrill.model.AlertState;
import io.firedrill.model.Labels;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Divides an alert's changes of state into episodes. */
final class Episodes {

  private static final Comparator<Episode> ORDER =
      Comparator.comparing(Episode::begin).thenComparing(Episode::alert);

  private final List<Episode> closed = new ArrayList<>();
  private final Map<Labels, Episode> open = new TreeMap<>();

  private Episodes() {}

  /** All episodes, in chronological order. */
  static List<Episode> of(TestResult result) {
    Episodes episodes = new Episodes();
    for (AlertChange change : result.alerts()) {
      episodes.take(change, Duration.between(result.start(), change.time()));
    }
    episodes.closed.addAll(episodes.open.values());
    return episodes.closed.stream().sorted(ORDER).toList();
  }

  private void take(AlertChange change, Duration at) {
    Labels alert = Labels.copyOf(change.labels());
    // Going back from firing to pending, as after a restart, starts another episode.
    if (change.to() != AlertState.FIRING) {
      Optional.ofNullable(open.remove(alert))
          .ifPresent(e -> closed.add(new Episode(alert, e.pending(), e.firing(), Optional.of(at))));
    }
    switch (change.to()) {
      case PENDING -> open.put(alert, begun(alert, Optional.of(at), Optional.empty()));
      case FIRING -> {
        Optional<Duration> pending = Optional.ofNullable(open.get(alert)).flatMap(Episode::pending);
        open.put(alert, begun(alert, pending, Optional.of(at)));
      }
      case INACTIVE -> {}
    }
  }

  private static Episode begun(
      Labels alert, Optional<Duration> pending, Optional<Duration> firing) {
    return new Episode(alert, pending, firing, Optional.empty());
  }
}
