package io.firedrill.internal.generation;

import io.firedrill.internal.inversion.InputPlan;
import io.firedrill.internal.inversion.InputPlans;
import io.firedrill.internal.inversion.RulePlan;
import io.firedrill.internal.prometheus.RuleGroup;
import io.firedrill.internal.rig.RigFactory;
import io.firedrill.model.Labels;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An input for which two versions of an alerting rule behave differently, as a real Prometheus
 * says.
 *
 * @param input the input
 * @param test a test of a scenario file, which the first version passes and the second fails
 */
public record Distinction(InputPlan input, String test) {

  /** How many ways to choose values are tried. */
  private static final int ATTEMPTS = 2;

  /**
   * A version of a rule.
   *
   * @param file the rule file
   * @param groups its groups, with the recording rules that the rule reads
   * @param alert which of their alerting rules it is, from 0
   */
  public record Version(Path file, List<RuleGroup> groups, int alert) {

    public Version {
      groups = List.copyOf(groups);
    }
  }

  /** A version of a rule, with the rules beside it. */
  private record Read(RuleBook book, Search search, AlertRule rule) {

    static Read of(Version version, Duration interval, TrialRuns runs) {
      RuleBook book =
          new RuleBook(Map.of(version.file(), version.groups()), interval, Duration.ZERO);
      return new Read(book, new Search(book, runs), book.alerts().get(version.alert()));
    }

    Set<InputPlan> inputs() {
      Set<InputPlan> inputs = new LinkedHashSet<>();
      for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
        RulePlan plan = InputPlans.of(rule.input(), book.recordings(), attempt);
        plan.fires().ifPresent(inputs::add);
        inputs.addAll(plan.nearMisses());
        long samples = rule.input().pending().dividedBy(rule.input().step());
        if (samples > 0) {
          InputPlans.shortened(rule.input(), book.recordings(), attempt, (int) Math.min(samples, 5))
              .ifPresent(inputs::add);
        }
      }
      return inputs;
    }

    List<Trial> trials(List<InputPlan> inputs) {
      return inputs.stream()
          .map(i -> new Trial(i, search.related(rule.rule()), rule.rule(), List.of()))
          .toList();
    }
  }

  /**
   * Searches an input; empty if none of those that were tried tells the versions apart.
   *
   * @param evaluationInterval the interval of groups without their own, virtual time
   */
  public static Optional<Distinction> between(
      RigFactory rigs, Version first, Version second, Duration evaluationInterval) {
    TrialRuns runs = new TrialRuns(rigs);
    Read one = Read.of(first, evaluationInterval, runs);
    Read other = Read.of(second, evaluationInterval, runs);
    Set<InputPlan> all = new LinkedHashSet<>(one.inputs());
    all.addAll(other.inputs());
    List<InputPlan> inputs = List.copyOf(all);
    List<Trial> trials = new ArrayList<>(one.trials(inputs));
    trials.addAll(other.trials(inputs));
    List<TrialResult> results = runs.tryAll(trials);
    for (int i = 0; i < inputs.size(); i++) {
      TrialResult expected = results.get(i);
      TrialResult actual = results.get(inputs.size() + i);
      boolean tried = expected.error().isEmpty() && actual.error().isEmpty();
      boolean same =
          expected.alerts().equals(actual.alerts()) && expected.firing().equals(actual.firing());
      if (tried && !same) {
        return Optional.of(of(one.rule(), inputs.get(i), expected));
      }
    }
    return Optional.empty();
  }

  private static Distinction of(AlertRule rule, InputPlan input, TrialResult expected) {
    TestText text = new TestText(rule, Labels.empty(), input.evaluation());
    return new Distinction(
        input, text.of(new Attempts.Tried(input, expected, 0), Optional.empty()));
  }
}
