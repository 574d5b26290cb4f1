package io.firedrill.internal.cli;

import io.firedrill.internal.cli.Outcome.Ending;
import io.firedrill.internal.comparison.ComparedTest;
import io.firedrill.internal.comparison.SuiteComparison;
import io.firedrill.internal.comparison.TestComparison;
import io.firedrill.internal.result.TestResult;
import io.firedrill.internal.result.TestVerdict;
import io.firedrill.internal.suite.ScenarioRunner;
import io.firedrill.model.Timeline;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Runs tests on the sides that there are, and compares what happens. */
final class DiffRun {

  private final Deque<DiffTest> rest;
  private final DiffOutput output;
  private final Deque<Outcome> outcomes = new ArrayDeque<>();
  private final List<ComparedTest> compared = new ArrayList<>();
  private int status = ExitStatus.PASSED;

  DiffRun(List<DiffTest> tests, DiffOutput output) {
    this.rest = new ArrayDeque<>(tests);
    this.output = output;
  }

  /** Runs the tests whose rules or routes differ, some at a time. */
  void run(ScenarioRunner runner, int jobs, Screen screen) {
    List<TestTask> tasks =
        rest.stream()
            .flatMap(test -> runs(test).stream())
            .map(test -> new TestTask(runner, test))
            .toList();
    ProgressBar progress = new ProgressBar(output.out(), screen, tasks.size());
    new TestQueue(progress)
        .run(
            tasks,
            jobs,
            outcome -> {
              outcomes.add(outcome);
              progress.above(this::compare);
            });
  }

  /** The base first. */
  private static List<Selection.Test> runs(DiffTest test) {
    List<Selection.Test> runs = new ArrayList<>();
    if (!test.isUnchanged()) {
      test.base().ifPresent(runs::add);
      runs.add(test.head());
    }
    return runs;
  }

  /** Compares the next tests, as far as they have been run. */
  private void compare() {
    while (!rest.isEmpty() && outcomes.size() >= runs(rest.peek()).size()) {
      DiffTest test = rest.remove();
      if (test.isUnchanged()) {
        compared.add(test.compared(TestComparison.none(test.scenario().start())));
        continue;
      }
      test.base().ifPresent(b -> output.warn(b.file().file().warnings()));
      output.warn(test.head().file().file().warnings());
      Optional<Outcome> before = test.base().map(any -> outcomes.remove());
      Outcome after = outcomes.remove();
      before.ifPresent(o -> output.warn(o.result().warnings()));
      output.warn(after.result().warnings());
      boolean whole = before.filter(o -> isBroken(test, o, output.base().name())).isEmpty();
      if (!isBroken(test, after, output.head().name()) && whole) {
        TestResult head = TestResult.of(after.result());
        TestResult base = before.map(o -> TestResult.of(o.result())).orElseGet(() -> nothing(head));
        ComparedTest done = test.compared(TestComparison.of(base, head));
        output.show(done);
        compared.add(done);
      }
    }
  }

  /** What is expected does not matter, but what happens has to be known to the end. */
  private boolean isBroken(DiffTest test, Outcome outcome, String side) {
    if (outcome.ending() == Ending.RUN && outcome.result().error().isEmpty()) {
      return false;
    }
    int why = outcome.ending() == Ending.RUN ? ExitStatus.BAD_INPUT : outcome.exitStatus();
    status = Math.max(status, why);
    output.broken(test, outcome, side);
    return true;
  }

  private static TestResult nothing(TestResult head) {
    Timeline nothing = new Timeline(head.start(), head.end(), List.of());
    return TestResult.of(head.name(), head.line(), TestVerdict.PASSED, nothing);
  }

  /** The exit status: passed, unless a run did not come to its end. */
  int status() {
    return status;
  }

  /** All tests that could be compared; those that need no run among them. */
  SuiteComparison comparison(String servers) {
    compare();
    return new SuiteComparison(
        servers, output.base().name(), output.head().name(), compared, output.warnings());
  }
}
