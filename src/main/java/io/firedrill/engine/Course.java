package io.firedrill.engine;

import io.firedrill.model.Labels;
import io.firedrill.model.Sample;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Takes a run through time. At each instant come, in this order: its samples, its evaluation and
 * all that Alertmanager does then, who looks at the evaluation, and what was planned. So it makes
 * no difference whether a run stops in between.
 */
final class Course {

  private final RigRun run;
  private final SampleFeed feed = new SampleFeed();
  private final NavigableMap<Instant, List<Runnable>> planned = new TreeMap<>();
  private final Consumer<Instant> atEvaluations;

  /**
   * @param atEvaluations called after each evaluation, with its instant
   */
  Course(RigRun run, Consumer<Instant> atEvaluations) {
    this.run = run;
    this.atEvaluations = atEvaluations;
  }

  /** Feeds samples when their time has come; see {@link SampleFeed#add}. */
  void feed(Labels labels, Iterator<Sample> samples) {
    feed.add(labels, samples);
  }

  /** Does something at an instant, after all else that happens then; in the order of the calls. */
  void plan(Instant at, Runnable action) {
    planned.computeIfAbsent(at, any -> new ArrayList<>()).add(action);
  }

  /** Moves on to an instant, itself included. */
  void runTo(Instant end) {
    NavigableSet<Instant> due = evaluationsUpTo(end);
    for (Instant stop = first(due, end); stop != null; stop = first(due, end)) {
      moveTo(stop);
      if (due.remove(stop)) {
        atEvaluations.accept(stop);
      }
      if (performs(stop)) {
        due = evaluationsUpTo(end); // Servers may have been stopped, or rules loaded.
      }
    }
    moveTo(end);
  }

  private NavigableSet<Instant> evaluationsUpTo(Instant end) {
    return new TreeSet<>(run.evaluationsAfter(run.now(), end));
  }

  private Instant first(NavigableSet<Instant> due, Instant end) {
    Instant action = planned.isEmpty() ? null : planned.firstKey();
    if (action == null || action.isAfter(end)) {
      return due.isEmpty() ? null : due.first();
    }
    return due.isEmpty() || action.isBefore(due.first()) ? action : due.first();
  }

  private boolean performs(Instant instant) {
    List<Runnable> actions = planned.remove(instant);
    if (actions == null) {
      return false;
    }
    actions.forEach(Runnable::run);
    return true;
  }

  private void moveTo(Instant instant) {
    run.feed(feed.takeUpTo(instant));
    run.advanceTo(instant);
  }
}
