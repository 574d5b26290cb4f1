package io.firedrill.internal.scenario;

import io.firedrill.internal.source.Fields;
import io.firedrill.internal.source.Problems;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Actions whose effect lasts {@code for} some time, and that repeat {@code every} so often. */
final class RepeatedAction {

  static final List<String> KEYS = List.of("for", "every");

  private static final int MOST = 10_000;

  private final Problems problems;
  private final Optional<Duration> end;

  RepeatedAction(Problems problems, Optional<Duration> end) {
    this.problems = problems;
    this.end = end;
  }

  /** The action as often as its item says, each followed by the one that ends its effect. */
  List<PlannedAction> of(Fields fields, PlannedAction first) {
    if (KEYS.stream().noneMatch(fields::has)) {
      return List.of(first);
    }
    Optional<Duration> length = fields.required("for").flatMap(any -> fields.duration("for"));
    Optional<Duration> every = fields.duration("every");
    Optional<String> wrong = wrong(fields, first, length, every);
    wrong.ifPresent(
        message -> problems.error(fields.key(fields.has("every") ? "every" : "for"), message));
    if (wrong.isPresent() || length.isEmpty()) {
      return List.of();
    }
    Action undone = inverse(first.action()).orElseThrow();
    List<PlannedAction> all = new ArrayList<>();
    for (Duration t = first.at(); ; t = t.plus(every.get())) {
      all.add(new PlannedAction(t, first.action(), first.subject()));
      Duration until = t.plus(length.get());
      if (end.isEmpty() || until.compareTo(end.get()) <= 0) {
        all.add(new PlannedAction(until, undone, first.subject()));
      }
      if (every.isEmpty() || t.plus(every.get()).compareTo(end.orElse(t)) > 0) {
        return all;
      }
      if (all.size() > 2 * MOST) {
        problems.error(fields.key("every"), "the action repeats more than 10000 times");
        return List.of();
      }
    }
  }

  private Optional<String> wrong(
      Fields fields, PlannedAction first, Optional<Duration> length, Optional<Duration> every) {
    if (inverse(first.action()).isEmpty()) {
      return Optional.of("only target_down, fail_receiver and stop last \"for\" some time");
    }
    if (length.filter(Duration::isZero).isPresent()) {
      return Optional.of("\"for\" must be longer than zero");
    }
    if (length.isPresent() && every.filter(e -> e.compareTo(length.get()) <= 0).isPresent()) {
      return Optional.of("\"every\" must be longer than \"for\"");
    }
    return fields.has("every") && end.isEmpty()
        ? Optional.of("\"every\" needs a run_for")
        : Optional.empty();
  }

  private static Optional<Action> inverse(Action action) {
    if (action instanceof Action.TargetDown down) {
      return Optional.of(new Action.TargetUp(down.address()));
    }
    if (action instanceof Action.FailReceiver fail) {
      return Optional.of(new Action.RestoreReceiver(fail.receiver()));
    }
    return action instanceof Action.Stop stop
        ? Optional.of(new Action.Start(stop.server()))
        : Optional.empty();
  }
}
