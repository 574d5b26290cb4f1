package io.firedrill.internal.suite;

import io.firedrill.internal.rig.RigException;
import io.firedrill.internal.source.InputException;
import io.firedrill.internal.source.Position;
import io.firedrill.internal.source.Problem;
import io.firedrill.internal.suite.Outcome.Ending;
import io.firedrill.internal.timeline.RunTimeline;
import io.firedrill.internal.verdict.RunError;
import io.firedrill.internal.verdict.ScenarioResult;
import io.firedrill.model.Timeline;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Runs one test and turns every failure into an outcome. */
public final class TestTask {

  private final ScenarioRunner runner;
  private final Selection.Test test;

  public TestTask(ScenarioRunner runner, Selection.Test test) {
    this.runner = runner;
    this.test = test;
  }

  String name() {
    return test.scenario().name();
  }

  /** Runs the test; never throws. */
  public Outcome run() {
    long begin = System.nanoTime();
    Ending ending = Ending.RUN;
    Optional<Throwable> cause = Optional.empty();
    ScenarioResult result;
    try {
      result = runner.run(test.file(), test.scenario());
    } catch (InputException e) {
      ending = Ending.REFUSED;
      cause = Optional.of(e);
      result = refused(e.problems());
    } catch (RigException e) {
      ending = Ending.NO_SERVERS;
      cause = Optional.of(e);
      result = error(test.scenario().position(), "the servers did not start");
    } catch (OutOfMemoryError | StackOverflowError e) {
      ending = Ending.REFUSED;
      cause = Optional.of(e);
      result = error(test.scenario().position(), Exhaustion.text(e));
    } catch (RuntimeException | AssertionError e) {
      ending = Ending.BUG;
      cause = Optional.of(e);
      result = error(test.scenario().position(), "a bug in Firedrill: " + e);
    }
    return new Outcome(result, ending, cause, Duration.ofNanos(System.nanoTime() - begin));
  }

  private ScenarioResult refused(List<Problem> problems) {
    Problem first = problems.get(0);
    String more = problems.size() > 1 ? " (and " + (problems.size() - 1) + " more)" : "";
    return error(first.position(), first.message() + more);
  }

  private ScenarioResult error(Position position, String summary) {
    Timeline nothing = new RunTimeline(test.scenario().start(), test.scenario().start(), List.of());
    return new ScenarioResult(
        test.file().file(),
        test.scenario(),
        nothing,
        List.of(),
        Optional.of(new RunError(position, summary, "", "")));
  }
}
