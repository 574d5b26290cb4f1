package io.firedrill.internal.mutation;

import io.firedrill.internal.prometheus.Rule;
import io.firedrill.internal.source.InputException;
import io.firedrill.internal.suite.OpenTest;
import io.firedrill.internal.suite.ScenarioRunner;
import io.firedrill.internal.suite.Selection;
import io.firedrill.internal.verdict.Observed;
import io.firedrill.internal.verdict.UncertainFlush;
import io.firedrill.model.ServerFailure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** One run of a test with the copies of many mutants. */
final class SideBySide {

  /**
   * A mutant whose notifications are not known yet.
   *
   * @param mutant the mutant
   * @param observed what would be observed, apart from the notifications
   * @param sent what Prometheus would send
   */
  record Undecided(Mutant mutant, Observed observed, List<Sent> sent) {}

  /**
   * The result for all mutants.
   *
   * @param recording what was observed without a mistake
   * @param noticed the mutants that the test notices
   * @param undecided those whose notifications have to be seen
   * @param differences how the alerts of the mutants differ; none for those that change nothing
   * @param refused the mutants that Prometheus does not accept
   * @param impossible the mutants that cannot be judged in this way
   */
  record Result(
      Recording recording,
      Set<Mutant> noticed,
      List<Undecided> undecided,
      Map<Mutant, String> differences,
      Set<Mutant> refused,
      Set<Mutant> impossible) {}

  private final ScenarioRunner runner;
  private final Selection.Test test;
  private final Expected expected;
  private final Set<Mutant> impossible = new LinkedHashSet<>();
  private final Set<Mutant> refused = new LinkedHashSet<>();
  private final Set<Mutant> noticed = new LinkedHashSet<>();
  private final List<Undecided> undecided = new ArrayList<>();
  private final Map<Mutant, String> differences = new HashMap<>();

  SideBySide(ScenarioRunner runner, Selection.Test test) {
    this.runner = runner;
    this.test = test;
    this.expected = new Expected(test);
  }

  /**
   * Runs the test.
   *
   * @throws InputException if the servers refuse the files without a mistake
   * @throws ServerFailure if a server dies or does not settle
   */
  Result run(List<Mutant> mutants) {
    List<Mutant> accepted = new ArrayList<>(mutants);
    while (true) {
      impossible.clear();
      RuleCopies copies = copies(accepted);
      try {
        SentRecorder sent = new SentRecorder();
        Recording recording =
            runner.observe(test, copies::widened, sent, open -> judged(open, copies, sent));
        return new Result(recording, noticed, undecided, differences, refused, impossible);
      } catch (InputException e) {
        Set<Mutant> blamed = blamed(e, copies);
        if (blamed.isEmpty()) {
          throw e;
        }
        refused.addAll(blamed);
        accepted.removeAll(blamed);
      }
    }
  }

  private RuleCopies copies(List<Mutant> mutants) {
    Set<String> fed =
        test.scenario().inputSeries().stream()
            .map(series -> series.labels().metricName())
            .collect(Collectors.toSet());
    RuleCopies copies = new RuleCopies(test.file().groups(), fed);
    Samples samples = new Samples(test);
    int number = 0;
    for (Mutant mutant : mutants) {
      if (samples.mayMatter(mutant) && !copies.add(mutant, number++)) {
        impossible.add(mutant);
      }
    }
    return copies;
  }

  /** The mutants whose copies Prometheus does not accept. */
  private static Set<Mutant> blamed(InputException e, RuleCopies copies) {
    Set<String> suffixes =
        e.problems().stream()
            .map(problem -> problem.position().file().toString())
            .collect(Collectors.toSet());
    return copies.sets().stream()
        .filter(set -> suffixes.contains(set.suffix()))
        .map(CopySet::mutant)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private Recording judged(OpenTest open, RuleCopies copies, SentRecorder sent) {
    MutantView view = new MutantView(open, test.scenario());
    Observed own = view.own();
    List<UncertainFlush> uncertain = uncertain(open, own);
    boolean passes =
        !expected.fails(own, uncertain) && open.inputFailures(own, rules(test)).isEmpty();
    List<Sent> ownSent = sent.own();
    if (passes) {
      for (CopySet set : copies.sets()) {
        judge(set, view, open, ownSent, sent.of(set));
      }
    }
    return new Recording(test, own, ownSent, passes);
  }

  private List<UncertainFlush> uncertain(OpenTest open, Observed observed) {
    return test.file().routes().isEmpty() ? List.of() : open.uncertain(observed.timeline());
  }

  private static List<Rule> rules(Selection.Test test) {
    return test.file().groups().stream().flatMap(group -> group.rules().stream()).toList();
  }

  private void judge(
      CopySet set, MutantView view, OpenTest open, List<Sent> ownSent, List<Sent> sent) {
    Observed own = view.own();
    Observed observed = view.of(set);
    boolean sameSent = expected.key(ownSent).equals(expected.key(sent));
    boolean sameTexts = sameSent && own.alertsAt().equals(observed.alertsAt());
    AlertDifference.of(own, observed, sameTexts)
        .ifPresent(difference -> differences.put(set.mutant(), difference));
    if (!open.inputFailures(observed, set.rules()).isEmpty() || expected.failsByAlerts(observed)) {
      noticed.add(set.mutant());
    } else if (sameSent || test.file().routes().isEmpty()) {
      if (expected.fails(observed, uncertain(open, observed))) {
        noticed.add(set.mutant());
      }
    } else if (Unfulfillable.is(test.scenario(), sent)) {
      noticed.add(set.mutant());
    } else {
      undecided.add(new Undecided(set.mutant(), observed, sent));
    }
  }
}
