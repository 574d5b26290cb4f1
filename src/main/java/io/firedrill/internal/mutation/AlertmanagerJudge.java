package io.firedrill.internal.mutation;

import io.firedrill.internal.mutation.MutantVerdict.Notice;
import io.firedrill.internal.scenario.Scenario;
import io.firedrill.internal.source.InputException;
import io.firedrill.internal.suite.OpenTest;
import io.firedrill.internal.suite.PreparedFile;
import io.firedrill.internal.suite.ScenarioRunner;
import io.firedrill.internal.suite.Selection;
import io.firedrill.internal.verdict.Observed;
import io.firedrill.model.ServerFailure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Judges mutants by what an Alertmanager does with the alerts that were sent in a test. */
final class AlertmanagerJudge {

  private final ScenarioRunner runner;
  private final AloneJudge alone;
  private final RunCounter count;

  AlertmanagerJudge(ScenarioRunner runner, AloneJudge alone, RunCounter count) {
    this.runner = runner;
    this.alone = alone;
    this.count = count;
  }

  /** Judges mutants of rules with the same alerts, in one run. */
  Map<Mutant, Notice> judge(Selection.Test test, List<SideBySide.Undecided> same) {
    Expected expected = new Expected(test);
    count.alertmanager.incrementAndGet();
    try {
      return runner.replay(
          test,
          SentRecorder.batches(same.get(0).sent()),
          open -> {
            Map<Mutant, Notice> notices = new LinkedHashMap<>();
            for (SideBySide.Undecided mutant : same) {
              notices.put(mutant.mutant(), notice(expected, mutant.observed(), open));
            }
            return notices;
          });
    } catch (ServerFailure e) {
      Map<Mutant, Notice> notices = new LinkedHashMap<>();
      same.forEach(m -> notices.put(m.mutant(), alone.judge(m.mutant(), test)));
      return notices;
    }
  }

  /** Judges a mutant of routes, receivers or templates. */
  Notice judge(Mutant mutant, Recording recording) {
    Selection.Test test = recording.test();
    try {
      PreparedFile changed = test.file().reading(mutant.texts());
      Optional<Scenario> same = AloneJudge.counterpart(changed, test.scenario());
      if (same.isEmpty()) {
        return Notice.NOTICED; // The test cannot be used any more, which is an error.
      }
      Expected expected = new Expected(test);
      count.alertmanager.incrementAndGet();
      return runner.replay(
          new Selection.Test(changed, same.get()),
          SentRecorder.batches(recording.sent()),
          open -> notice(expected, recording.observed(), open));
    } catch (InputException e) {
      return Notice.REFUSED;
    } catch (ServerFailure e) {
      return alone.judge(mutant, test);
    }
  }

  private static Notice notice(Expected expected, Observed alerts, OpenTest open) {
    Observed observed = Recording.with(alerts, open);
    return expected.fails(observed, open.uncertain(observed.timeline()))
        ? Notice.NOTICED
        : Notice.UNNOTICED;
  }
}
