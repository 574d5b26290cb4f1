package io.firedrill.internal.suite;

import io.firedrill.internal.comparison.ComparedTest;
import io.firedrill.internal.comparison.SuiteComparison;
import io.firedrill.internal.comparison.TestComparison;
import io.firedrill.internal.result.TestResult;
import io.firedrill.internal.result.TestVerdict;
import io.firedrill.internal.result.WarningResult;
import io.firedrill.internal.source.Problem;
import io.firedrill.internal.suite.Outcome.Ending;
import io.firedrill.internal.timeline.RunTimeline;
import io.firedrill.model.Timeline;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Runs tests on both sides and compares the results. */
public final class DiffRun {

  private final Deque<DiffTest> rest;
  private final String base;
  private final String head;
  private final Listener listener;
  private final Deque<Outcome> outcomes = new ArrayDeque<>();
  private final List<ComparedTest> compared = new ArrayList<>();

  /** Receives the results of the tests, in order; called by the thread that called {@link #run}. */
  public interface Listener {

    /** There are warnings about a side. */
    void warn(List<Problem> warnings);

    /** A test was compared. */
    void compared(ComparedTest test);

    /** A test was aborted on a side. */
    void broken(DiffTest test, Outcome outcome, String side);
  }

  /**
   * Creates a run of tests.
   *
   * @param base the name of the base
   * @param head the name of the head
   */
  public DiffRun(List<DiffTest> tests, String base, String head, Listener listener) {
    this.rest = new ArrayDeque<>(tests);
    this.base = base;
    this.head = head;
    this.listener = listener;
  }

  /** The number of runs that the comparison takes. */
  public int runs() {
    return rest.stream().mapToInt(test -> runs(test).size()).sum();
  }

  /** Runs the tests whose rules or routes differ, several in parallel. */
  public void run(ScenarioRunner runner, int jobs, TestQueue.Progress progress) {
    List<TestTask> tasks =
        rest.stream()
            .flatMap(test -> runs(test).stream())
            .map(test -> new TestTask(runner, test))
            .toList();
    new TestQueue(progress)
        .run(
            tasks,
            jobs,
            outcome -> {
              outcomes.add(outcome);
              compare();
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

  /** Compares the next tests that have completed. */
  private void compare() {
    while (!rest.isEmpty() && outcomes.size() >= runs(rest.peek()).size()) {
      DiffTest test = rest.remove();
      if (test.isUnchanged()) {
        compared.add(test.compared(TestComparison.none(test.scenario().start())));
        continue;
      }
      test.base().ifPresent(b -> listener.warn(b.file().file().warnings()));
      listener.warn(test.head().file().file().warnings());
      Optional<Outcome> before = test.base().map(any -> outcomes.remove());
      Outcome after = outcomes.remove();
      before.ifPresent(o -> listener.warn(o.result().warnings()));
      listener.warn(after.result().warnings());
      boolean whole = before.filter(o -> isBroken(test, o, base)).isEmpty();
      if (!isBroken(test, after, head) && whole) {
        TestResult now = TestResult.of(after.result());
        TestResult then = before.map(o -> TestResult.of(o.result())).orElseGet(() -> nothing(now));
        ComparedTest done = test.compared(TestComparison.of(then, now));
        listener.compared(done);
        compared.add(done);
      }
    }
  }

  /** Whether a run was aborted. Failed expectations do not matter. */
  private boolean isBroken(DiffTest test, Outcome outcome, String side) {
    if (outcome.ending() == Ending.RUN && outcome.result().error().isEmpty()) {
      return false;
    }
    listener.broken(test, outcome, side);
    return true;
  }

  private static TestResult nothing(TestResult head) {
    Timeline nothing = new RunTimeline(head.start(), head.end(), List.of());
    return TestResult.of(head.name(), head.line(), TestVerdict.PASSED, nothing);
  }

  /** The comparison of all tests that could be compared, including unchanged ones. */
  public SuiteComparison comparison(String servers, List<WarningResult> warnings) {
    compare();
    return new SuiteComparison(servers, base, head, compared, warnings);
  }
}
