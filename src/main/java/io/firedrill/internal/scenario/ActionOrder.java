package io.firedrill.internal.scenario;

import io.firedrill.internal.source.Problems;
import io.firedrill.internal.source.Suggestions;
import io.firedrill.internal.source.YamlScalar;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds actions that are impossible at their time. */
final class ActionOrder {

  private static final String PROMETHEUS = "prometheus";
  private static final String ALERTMANAGER = "alertmanager";

  private final Problems problems;
  private final Map<String, YamlScalar> stopped = new HashMap<>();
  private final Set<String> silences = new HashSet<>();

  ActionOrder(Problems problems) {
    this.problems = problems;
  }

  /** Checks actions that come in chronological order. */
  void check(List<PlannedAction> actions) {
    actions.forEach(this::check);
  }

  private void check(PlannedAction planned) {
    Action action = planned.action();
    if (action instanceof Action.Silence silence) {
      needs(ALERTMANAGER, planned);
      if (!silence.name().isEmpty() && !silences.add(silence.name())) {
        error(planned, "there is a silence called \"" + silence.name() + "\" already");
      }
    } else if (action instanceof Action.ExpireSilence expire) {
      needs(ALERTMANAGER, planned);
      if (!silences.contains(expire.name())) {
        problems.error(
            planned.subject(),
            "no silence is called \"" + expire.name() + "\" by then",
            Suggestions.hint(expire.name(), silences)
                .or(() -> Optional.of("give the silence a name: silence: {name: ...}")));
      }
    } else if (action instanceof Action.Stop stop) {
      needs(stop.server(), planned);
      stopped.put(stop.server(), planned.subject());
    } else if (action instanceof Action.Start start) {
      if (stopped.remove(start.server()) == null) {
        error(planned, start.server() + " is already running");
      }
    } else if (action instanceof Action.Restart restart) {
      needs(restart.server(), planned);
    } else if (action instanceof Action.Reload reload) {
      needs(reload.server(), planned);
    } else if (action instanceof Action.Load load) {
      if (!load.ruleFiles().isEmpty()) {
        needs(PROMETHEUS, planned);
      }
      if (load.alertmanagerConfig().isPresent()) {
        needs(ALERTMANAGER, planned);
      }
    }
  }

  private void needs(String server, PlannedAction planned) {
    YamlScalar stop = stopped.get(server);
    if (stop != null) {
      error(
          planned,
          server + " is not running then: it is stopped in line " + stop.position().line());
    }
  }

  private void error(PlannedAction planned, String message) {
    problems.error(planned.subject(), message);
  }
}
