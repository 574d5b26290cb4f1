package io.firedrill.internal.generation;

import io.firedrill.internal.alertmanager.AlertmanagerConfig;
import io.firedrill.internal.inversion.InputPlan;
import io.firedrill.internal.inversion.PlannedSeries;
import io.firedrill.internal.rig.RigFactory;
import io.firedrill.internal.run.AlertHistory;
import io.firedrill.internal.run.FeedAhead;
import io.firedrill.internal.run.Run;
import io.firedrill.internal.run.RunOptions;
import io.firedrill.internal.run.RunSpec;
import io.firedrill.internal.run.TestedFiles;
import io.firedrill.model.AlertState;
import io.firedrill.model.Labels;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Runs whole rule files with the routes: which notifications Alertmanager sends for an input. */
final class RouteRuns {

  /** Longer intervals would make tests too long: their resolved notifications are not awaited. */
  private static final Duration LONGEST = Duration.ofHours(1);

  private final RigFactory rigs;
  private final Path alertmanagerConfig;
  private int runs;

  RouteRuns(RigFactory rigs, Path alertmanagerConfig) {
    this.rigs = rigs;
    this.alertmanagerConfig = alertmanagerConfig;
  }

  int runs() {
    return runs;
  }

  /** How long after an alert its last notification may come. */
  static Duration settling(Optional<Path> alertmanagerConfig, String version) {
    if (alertmanagerConfig.isEmpty()) {
      return Duration.ZERO;
    }
    Duration longest =
        AlertmanagerConfig.read(alertmanagerConfig.get())
            .routing(version)
            .root()
            .all()
            .map(route -> route.groupInterval().plus(route.groupWait()))
            .max(Duration::compareTo)
            .orElse(Duration.ZERO);
    return longest.compareTo(LONGEST) > 0 ? LONGEST : longest;
  }

  /** What an input causes, with the rules of these files. */
  Observation observe(InputPlan input, List<Path> ruleFiles, List<PlannedSeries> background) {
    runs++;
    RunOptions options =
        RunOptions.STANDARD.withStart(input.start()).withEvaluationInterval(input.evaluation());
    TestedFiles files = TestedFiles.read(ruleFiles, Optional.of(alertmanagerConfig));
    try (Run run = Run.start(rigs, RunSpec.of(options, files))) {
      TrialRuns.feed(run, input, background, new RenamedMetrics(""));
      run.feedAhead(FeedAhead.of(files.groups()));
      run.runTo(input.start().plus(input.length()));
      List<AlertHistory> histories = run.alertHistories();
      return new Observation(
          run.timeline(histories).notifications(), states(histories, input.start()));
    }
  }

  private static Map<Labels, NavigableMap<Duration, AlertState>> states(
      List<AlertHistory> histories, Instant start) {
    Map<Labels, NavigableMap<Duration, AlertState>> alerts = new HashMap<>();
    for (AlertHistory history : histories) {
      NavigableMap<Duration, AlertState> states = new TreeMap<>();
      history.states().forEach((time, state) -> states.put(Duration.between(start, time), state));
      alerts.put(history.alert(), states);
    }
    return alerts;
  }
}
