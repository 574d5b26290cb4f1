package io.firedrill.internal.suite;

import io.firedrill.internal.run.FileLoader;
import io.firedrill.internal.run.TestedFiles;
import io.firedrill.internal.scenario.Action;
import io.firedrill.internal.scenario.PlannedAction;
import io.firedrill.internal.scenario.Scenario;
import io.firedrill.internal.source.InputException;
import io.firedrill.internal.source.Problem;
import io.firedrill.internal.source.Suggestions;
import io.firedrill.internal.verdict.UnknownName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds errors in actions after their files have been read. */
final class PreparedActions {

  private PreparedActions() {}

  static List<Problem> problems(Scenario scenario, TestedFiles tested, FileLoader loader) {
    List<Problem> problems = new ArrayList<>();
    List<TestedFiles> files = new ArrayList<>(List.of(tested));
    for (PlannedAction planned : scenario.actions()) {
      if (planned.action() instanceof Action.Load load) {
        try {
          files.add(loader.read(TestedFiles.Named.of(load)));
        } catch (InputException e) {
          problems.addAll(e.problems());
        }
      }
    }
    Map<String, Set<String>> receivers = TestedFiles.receivers(files);
    scenario.actions().forEach(planned -> check(planned, receivers, problems));
    return problems;
  }

  private static void check(
      PlannedAction planned, Map<String, Set<String>> receivers, List<Problem> problems) {
    Optional<String> kind =
        planned.action() instanceof Action.FailReceiver fail
            ? fail.integration()
            : Optional.empty();
    boolean ofReceiver =
        planned.action() instanceof Action.FailReceiver
            || planned.action() instanceof Action.RestoreReceiver;
    String name = planned.subject().text();
    if (ofReceiver && !receivers.containsKey(name)) {
      problems.add(
          planned
              .subject()
              .error(
                  "there is no receiver \"" + name + "\" in Alertmanager's configuration",
                  Suggestions.hint(name, receivers.keySet())));
    } else if (ofReceiver && kind.filter(k -> !receivers.get(name).contains(k)).isPresent()) {
      problems.add(
          planned
              .subject()
              .error(
                  UnknownName.integration(name, kind.get(), receivers.get(name)),
                  Optional.empty()));
    }
  }
}
