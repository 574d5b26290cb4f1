package io.firedrill.internal.mutation;

import io.firedrill.internal.mutation.MutantVerdict.Notice;
import io.firedrill.internal.source.FileTexts;
import io.firedrill.internal.source.InputException;
import io.firedrill.internal.suite.ScenarioRunner;
import io.firedrill.internal.suite.Selection;
import io.firedrill.internal.suite.TestTask;
import io.firedrill.model.Labels;
import io.firedrill.model.ServerFailure;
import io.firedrill.model.TimelineEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;

/** Judges mutants by tests, with as few runs as possible. */
public final class MutationRun {

  /** How mutants are run. */
  public enum Way {
    /** Each with one run of each test, as {@code firedrill test} would run it. */
    ALONE,
    /** Many in one run of a test, as copies of rules, and routes with recorded alerts. */
    TOGETHER
  }

  /** Follows the work; called by several threads. */
  public interface Progress {

    /** Some work is about to be done. */
    void started(String what);

    /** It is done. */
    void finished(String what);
  }

  /**
   * The result.
   *
   * @param verdicts about the mutants, in their order
   * @param failing the tests that fail without a mistake, which are not used
   * @param count how many runs were needed
   */
  public record Result(List<MutantVerdict> verdicts, List<Selection.Test> failing, RunCount count) {

    /** There was nothing to run. */
    public static final Result NOTHING =
        new Result(List.of(), List.of(), new RunCount(0, 0, 0, 0, 0));
  }

  /** The tests that run together before their mutants are judged. */
  private static final int BATCH = 4;

  /** Tests with more evaluations run last, with the few mutants that shorter ones do not notice. */
  private static final int SHORT = 200;

  private final ScenarioRunner runner;
  private final Parallel parallel;
  private final Progress progress;
  private final Way way;
  private final RunCounter count = new RunCounter();
  private final Tally tally = new Tally();
  private final AloneJudge alone;
  private final AlertmanagerJudge alertmanager;
  private final List<Selection.Test> failing = new ArrayList<>();
  private final Map<Selection.Test, SideBySide.Result> undecided = new LinkedHashMap<>();
  private final List<Recording> recordings = new ArrayList<>();
  private final Map<Mutant, List<Selection.Test>> leftAlone = new LinkedHashMap<>();

  /**
   * Prepares a run.
   *
   * @param runner runs tests; it need not explain anything
   * @param jobs how many runs at the same time
   */
  public MutationRun(ScenarioRunner runner, int jobs, Way way, Progress progress) {
    this.runner = runner;
    this.parallel = new Parallel(jobs);
    this.way = way;
    this.progress = progress;
    this.alone = new AloneJudge(runner, count);
    this.alertmanager = new AlertmanagerJudge(runner, alone, count);
  }

  /**
   * Judges all mutants.
   *
   * @throws io.firedrill.internal.rig.RigException if no servers can be started
   */
  public Result run(List<Selection.Test> all, List<Mutant> mutants) {
    CoveringTests covering = new CoveringTests(all);
    List<Selection.Test> tests =
        all.stream().filter(test -> !covering.some(mutants, test).isEmpty()).toList();
    if (way == Way.TOGETHER) {
      List<Selection.Test> together =
          tests.stream()
              .filter(TestSuitability::isRecordable)
              .sorted(Comparator.comparing(MutationRun::evaluations))
              .toList();
      side(together.stream().filter(t -> evaluations(t) <= SHORT).toList(), mutants, covering);
      side(together.stream().filter(t -> evaluations(t) > SHORT).toList(), mutants, covering);
      routes(mutants, covering);
    }
    rest(tests, mutants, covering);
    List<MutantVerdict> verdicts = mutants.stream().map(tally::verdict).toList();
    return new Result(
        verdicts,
        List.copyOf(failing),
        new RunCount(
            tests.size(),
            count.withCopies.get(),
            count.alertmanager.get(),
            count.alone.get(),
            oneByOne(verdicts, covering)));
  }

  /** Each mutant needs a run of each test up to the one that notices it. */
  private int oneByOne(List<MutantVerdict> verdicts, CoveringTests covering) {
    int runs = 0;
    for (MutantVerdict verdict : verdicts) {
      List<Selection.Test> tests = covering.of(verdict.mutant());
      runs += verdict.noticedBy().map(t -> tests.indexOf(t) + 1).orElse(tests.size());
    }
    return runs;
  }

  private static long evaluations(Selection.Test test) {
    return test.scenario().runLength().dividedBy(test.file().file().evaluationInterval());
  }

  private <T> T shown(String what, Callable<T> work) {
    progress.started(what);
    try {
      return work.call();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    } finally {
      progress.finished(what);
    }
  }

  /** Runs tests with copies, and then sends what is left to Alertmanager. */
  private void side(List<Selection.Test> tests, List<Mutant> mutants, CoveringTests covering) {
    for (int i = 0; i < tests.size(); i += BATCH) {
      batch(tests.subList(i, Math.min(tests.size(), i + BATCH)), mutants, covering);
    }
    undecided.forEach(this::decide);
    undecided.clear();
  }

  /** Runs some tests with the copies of all mutants that no earlier test noticed. */
  private void batch(List<Selection.Test> tests, List<Mutant> mutants, CoveringTests covering) {
    List<Mutant> alive =
        mutants.stream().filter(m -> m.kind() == Mutant.Kind.RULE && tally.isAlive(m)).toList();
    List<Optional<SideBySide.Result>> results =
        parallel.map(
            tests,
            test ->
                shown(
                    test.scenario().name(),
                    () ->
                        sideBySide(
                            test,
                            TestSuitability.takesCopies(test)
                                ? covering.some(alive, test)
                                : List.of())));
    for (int i = 0; i < tests.size(); i++) {
      Selection.Test test = tests.get(i);
      List<Mutant> own = covering.some(alive, test);
      boolean copies = results.get(i).isPresent() && TestSuitability.takesCopies(test);
      if (!copies) {
        own.forEach(m -> leaveAlone(m, test));
      }
      results.get(i).ifPresent(result -> add(test, copies ? own : List.of(), result));
    }
  }

  private Optional<SideBySide.Result> sideBySide(Selection.Test test, List<Mutant> mutants) {
    try {
      count.withCopies.incrementAndGet();
      return Optional.of(new SideBySide(runner, test).run(mutants));
    } catch (ServerFailure | InputException e) {
      return Optional.empty();
    }
  }

  private void leaveAlone(Mutant mutant, Selection.Test test) {
    leftAlone.computeIfAbsent(mutant, any -> new ArrayList<>()).add(test);
  }

  private void add(Selection.Test test, List<Mutant> mutants, SideBySide.Result result) {
    recordings.add(result.recording());
    if (!result.recording().passes()) {
      failing.add(test);
      return;
    }
    result.refused().forEach(tally::refused);
    result.noticed().forEach(mutant -> tally.noticed(mutant, test));
    result.impossible().forEach(mutant -> leaveAlone(mutant, test));
    undecided.put(test, result);
    Set<Mutant> open = new HashSet<>(result.impossible());
    result.undecided().forEach(mutant -> open.add(mutant.mutant()));
    mutants.stream()
        .filter(m -> tally.isAlive(m) && !open.contains(m))
        .forEach(m -> tally.unnoticed(m, test, difference(m, result)));
  }

  /** Looks at the notifications of the mutants that no test noticed by their alerts. */
  private void decide(Selection.Test test, SideBySide.Result result) {
    Expected expected = new Expected(test);
    Map<List<String>, List<SideBySide.Undecided>> groups = new LinkedHashMap<>();
    for (SideBySide.Undecided mutant : result.undecided()) {
      if (tally.isAlive(mutant.mutant())) {
        groups.computeIfAbsent(expected.key(mutant.sent()), any -> new ArrayList<>()).add(mutant);
      }
    }
    parallel
        .map(
            List.copyOf(groups.values()),
            same -> shown(test.scenario().name(), () -> alertmanager.judge(test, same)))
        .forEach(
            notices ->
                notices.forEach((m, notice) -> tally.add(m, test, notice, difference(m, result))));
  }

  private static Optional<String> difference(Mutant mutant, SideBySide.Result result) {
    return Optional.ofNullable(result.differences().get(mutant));
  }

  /** Mutants of routes run on the recorded alerts; those of one place one after the other. */
  private void routes(List<Mutant> mutants, CoveringTests covering) {
    Map<String, List<Mutant>> places = new LinkedHashMap<>();
    mutants.stream()
        .filter(m -> m.kind() == Mutant.Kind.ROUTES || m.kind() == Mutant.Kind.TEMPLATE)
        .forEach(
            m ->
                places
                    .computeIfAbsent(
                        m.file() + " " + m.mutation().subject(), any -> new ArrayList<>())
                    .add(m));
    parallel.map(
        List.copyOf(places.values()),
        same ->
            shown(
                same.get(0).mutation().subject(),
                () -> {
                  place(same, covering);
                  return true;
                }));
  }

  private void place(List<Mutant> mutants, CoveringTests covering) {
    NeighbourOrder<Recording> order = new NeighbourOrder<>();
    for (Mutant mutant : mutants) {
      List<Recording> own =
          recordings.stream()
              .filter(r -> r.passes() && covering.of(mutant).contains(r.test()))
              .toList();
      boolean ran = false;
      for (Recording recording : order.of(own)) {
        if (!tally.isAlive(mutant)) {
          break;
        }
        boolean same = hasSameEffects(mutant, recording);
        Notice notice = same ? Notice.UNNOTICED : alertmanager.judge(mutant, recording);
        ran |= !same;
        if (!same || notice != Notice.UNNOTICED) {
          tally.add(mutant, recording.test(), notice, Optional.empty());
        }
        if (notice == Notice.NOTICED) {
          order.noticed(recording);
        }
      }
      if (!ran && !own.isEmpty() && tally.isAlive(mutant)) {
        // Alertmanager may refuse it, which no other run has shown.
        Recording any = own.get(0);
        Notice notice = alertmanager.judge(mutant, any);
        if (notice != Notice.UNNOTICED) {
          tally.add(mutant, any.test(), notice, Optional.empty());
        }
      }
    }
  }

  private static boolean hasSameEffects(Mutant mutant, Recording recording) {
    if (mutant.kind() == Mutant.Kind.TEMPLATE) {
      return recording.observed().timeline().events().stream()
          .noneMatch(
              e ->
                  e instanceof TimelineEvent.Notified
                      || e instanceof TimelineEvent.Attempted
                      || e instanceof TimelineEvent.NotificationFailed);
    }
    List<Labels> alerts = Sent.labels(recording.sent());
    Optional<List<Object>> before = RouteEffects.of(mutant.file(), FileTexts.AS_THEY_ARE, alerts);
    return before.isPresent()
        && before.equals(RouteEffects.of(mutant.file(), mutant.texts(), alerts));
  }

  /** Whatever cannot be judged together is judged alone. */
  private void rest(List<Selection.Test> tests, List<Mutant> mutants, CoveringTests covering) {
    Set<Selection.Test> together = new HashSet<>();
    recordings.forEach(recording -> together.add(recording.test()));
    List<Selection.Test> others =
        tests.stream()
            .filter(test -> !together.contains(test))
            .filter(test -> covering.some(mutants, test).stream().anyMatch(tally::isAlive))
            .toList();
    Set<Selection.Test> passing = new HashSet<>(passing(others));
    recordings.stream().filter(Recording::passes).map(Recording::test).forEach(passing::add);
    parallel.map(
        mutants.stream().filter(tally::isAlive).toList(),
        mutant -> {
          List<Selection.Test> left = leftAlone.getOrDefault(mutant, List.of());
          for (Selection.Test test : covering.of(mutant)) {
            boolean open =
                !together.contains(test)
                    || left.contains(test)
                    || mutant.kind() == Mutant.Kind.SCRAPING;
            if (open && passing.contains(test) && tally.isAlive(mutant)) {
              Notice notice = shown(test.scenario().name(), () -> alone.judge(mutant, test));
              tally.add(mutant, test, notice, Optional.empty());
            }
          }
          return true;
        });
  }

  private List<Selection.Test> passing(List<Selection.Test> tests) {
    List<Boolean> passes =
        parallel.map(
            tests,
            test ->
                shown(
                    test.scenario().name(),
                    () -> {
                      count.alone.incrementAndGet();
                      return AloneJudge.requireServers(new TestTask(runner, test).run())
                          .result()
                          .passed();
                    }));
    List<Selection.Test> passing = new ArrayList<>();
    for (int i = 0; i < tests.size(); i++) {
      (passes.get(i) ? passing : failing).add(tests.get(i));
    }
    return passing;
  }
}
