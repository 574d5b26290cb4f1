package io.firedrill.internal.generation;

import io.firedrill.internal.inversion.InputPlan;
import io.firedrill.internal.inversion.InputPlans;
import io.firedrill.internal.inversion.RulePlan;
import io.firedrill.model.AlertState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The inputs of one rule that were tried, and those that did what they were meant to. */
final class Attempts {

  /** Attempts after the one that fired, for rules without a near miss. */
  private static final int MORE_FOR_NEAR_MISSES = 2;

  private final AlertRule rule;
  private final RuleBook book;
  private final Set<List<?>> tried = new LinkedHashSet<>();
  private final List<Tried> nearMisses = new ArrayList<>();
  private Optional<Tried> fires = Optional.empty();
  private Optional<Tried> tooShort = Optional.empty();
  private Optional<InputPlan> lastInput = Optional.empty();
  private final Set<String> conflicts = new LinkedHashSet<>();
  private final Set<String> problems = new LinkedHashSet<>();
  private final Set<String> errors = new LinkedHashSet<>();
  private final List<String> traces = new ArrayList<>();
  private int attempt;

  /**
   * An input and what a server did with it.
   *
   * @param attempt the way in which its values were chosen
   */
  record Tried(InputPlan input, TrialResult result, int attempt) {

    /** Whether a part of the expression has no samples, so that no threshold matters. */
    boolean isWithoutSamples() {
      return input.condition().startsWith("without ");
    }
  }

  Attempts(AlertRule rule, RuleBook book) {
    this.rule = rule;
    this.book = book;
  }

  AlertRule rule() {
    return rule;
  }

  Optional<Tried> fires() {
    return fires;
  }

  List<Tried> nearMisses() {
    return nearMisses;
  }

  Optional<Tried> tooShort() {
    return tooShort;
  }

  Optional<InputPlan> lastInput() {
    return lastInput;
  }

  Set<String> conflicts() {
    return conflicts;
  }

  Set<String> problems() {
    return problems;
  }

  Set<String> errors() {
    return errors;
  }

  /** Why no input was found, in sentences. */
  List<String> why() {
    List<String> lines = new ArrayList<>(problems);
    lines.addAll(conflicts);
    lines.addAll(errors);
    lines.addAll(traces);
    return lines;
  }

  /** What each part of the expression returned for the last input. */
  void trace(List<String> lines) {
    traces.clear();
    traces.addAll(lines);
  }

  /** All inputs that did what they were meant to. */
  List<Tried> all() {
    List<Tried> all = new ArrayList<>();
    if (fires.isEmpty()) {
      // Tests in which an alert does not fire mean nothing if it never does.
      return all;
    }
    fires.ifPresent(all::add);
    tooShort.ifPresent(all::add);
    all.addAll(nearMisses);
    return all;
  }

  boolean isDone() {
    boolean enough =
        fires.isPresent()
            && (!nearMisses.isEmpty() || attempt > fires.get().attempt() + MORE_FOR_NEAR_MISSES);
    return attempt >= InputPlans.ATTEMPTS || enough;
  }

  /** Inputs to try next; each only once. */
  List<InputPlan> next() {
    List<InputPlan> inputs = new ArrayList<>();
    while (inputs.isEmpty() && !isDone()) {
      RulePlan plan = InputPlans.of(rule.input(), book.recordings(), attempt++);
      conflicts.addAll(plan.conflicts());
      problems.addAll(plan.problems());
      if (fires.isEmpty()) {
        plan.fires().ifPresent(input -> add(input, inputs));
      }
      plan.nearMisses().forEach(input -> add(input, inputs));
    }
    return inputs;
  }

  private void add(InputPlan input, List<InputPlan> inputs) {
    if (tried.add(List.of(input.kind(), input.start(), input.series(), input.length()))) {
      inputs.add(input);
      if (input.kind() == InputPlan.Kind.FIRES) {
        lastInput = Optional.of(input);
      }
    }
  }

  void note(InputPlan input, TrialResult result) {
    result.error().ifPresent(errors::add);
    Tried done = new Tried(input, result, attempt - 1);
    if (input.kind() == InputPlan.Kind.FIRES) {
      if (fires.isEmpty() && result.reached(rule.name(), AlertState.FIRING)) {
        fires = Optional.of(done);
      }
    } else if (input.kind() == InputPlan.Kind.NEAR_MISS) {
      boolean known =
          nearMisses.stream().anyMatch(n -> n.input().condition().equals(input.condition()));
      if (!known && result.isQuiet(rule.name())) {
        nearMisses.add(done);
      }
    } else if (result.reached(rule.name(), AlertState.PENDING)
        && !result.reached(rule.name(), AlertState.FIRING)
        && tooShort.filter(t -> t.input().end().compareTo(input.end()) >= 0).isEmpty()) {
      tooShort = Optional.of(done);
    }
  }

  /** Inputs that end just before the alert fires. */
  List<InputPlan> shortened() {
    Duration pending = rule.input().pending();
    if (fires.isEmpty() || pending.isZero()) {
      return List.of();
    }
    Tried full = fires.get();
    Optional<Duration> firing = full.result().first(rule.name(), AlertState.FIRING);
    Optional<Duration> last = full.result().lastFiring(rule.name());
    if (firing.isEmpty() || last.isEmpty()) {
      return List.of();
    }
    Duration step = full.input().step();
    Duration tail =
        last.get().plus(rule.interval()).minus(rule.input().keepFiring()).minus(full.input().end());
    Duration decisive =
        firing.get().minus(full.input().begin()).minus(tail.isNegative() ? Duration.ZERO : tail);
    long samples = full.input().end().minus(full.input().begin()).dividedBy(step);
    Set<Long> lengths = new LinkedHashSet<>();
    long best = decisive.dividedBy(step);
    for (long length :
        new long[] {best, best - 1, best - 2, best - 5, best * 9 / 10, best * 3 / 4, best / 2}) {
      if (length > 0 && length < samples) {
        lengths.add(length);
      }
    }
    List<InputPlan> inputs = new ArrayList<>();
    for (long length : lengths) {
      InputPlans.shortened(
              rule.input(), book.recordings(), full.attempt(), (int) (samples - length))
          .ifPresent(inputs::add);
    }
    return inputs;
  }
}
