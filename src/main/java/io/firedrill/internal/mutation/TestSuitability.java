package io.firedrill.internal.mutation;

import io.firedrill.internal.prometheus.Rule;
import io.firedrill.internal.prometheus.RuleGroup;
import io.firedrill.internal.scenario.Action;
import io.firedrill.internal.scenario.PlannedAction;
import io.firedrill.internal.scenario.PromqlExpectation;
import io.firedrill.internal.scenario.Replicas;
import io.firedrill.internal.suite.Selection;
import java.util.stream.Stream;

/** Whether mutants can be judged from one run of a test with all their copies. */
final class TestSuitability {

  private TestSuitability() {}

  /** Whether a test's alerts can be recorded and sent again. */
  static boolean isRecordable(Selection.Test test) {
    return test.file().file().replicas().equals(Replicas.NONE)
        && test.scenario().actions().stream()
            .map(PlannedAction::action)
            .noneMatch(TestSuitability::changesServers);
  }

  private static boolean changesServers(Action action) {
    return action instanceof Action.Stop
        || action instanceof Action.Start
        || action instanceof Action.Restart
        || action instanceof Action.Reload
        || action instanceof Action.Load;
  }

  /** Whether nothing in a test would see the copies. */
  static boolean takesCopies(Selection.Test test) {
    return isRecordable(test)
        && !test.file().relabelsAlerts()
        && test.file().groups().stream().noneMatch(TestSuitability::looksBack)
        && Stream.concat(
                test.file().groups().stream()
                    .flatMap(group -> group.rules().stream())
                    .map(Rule::expr),
                test.scenario().promqlTests().stream().map(PromqlExpectation::expr))
            .noneMatch(SelectorNames::readsOthers);
  }

  private static boolean looksBack(RuleGroup group) {
    return group.node().get("query_offset").isPresent();
  }
}
