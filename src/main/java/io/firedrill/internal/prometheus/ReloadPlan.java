package io.firedrill.internal.prometheus;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * When to load rule groups so that each one's first evaluation is exactly at the start, given that
 * {@link GroupAlignment} placed them. All times are virtual.
 *
 * <p>A group that appears at R is first evaluated at E(R) + interval, where E is Prometheus's
 * {@code EvalTimestamp} ({@code rules/group.go}): the last of the group's evaluation times up to R.
 * E divides by Go's rule, which rounds towards zero: for R before the group's first evaluation time
 * since 1970 it answers one interval late. So for a start near or before 1970 a group has to appear
 * earlier, the earlier the longer its interval, and one reload does not fit all.
 *
 * @param stages the reloads, in order of time; at least one
 * @param lead how long after the last reload there is nothing to evaluate, at least
 */
public record ReloadPlan(List<Stage> stages, Duration lead) {

  private static final Duration LONGEST_LEAD = Duration.ofSeconds(1);

  /**
   * One reload.
   *
   * @param at the clock when to reload, standing still until the reload is done
   * @param intervals groups of these intervals appear with this reload, for which those of earlier
   *     stages must be left as they are
   */
  public record Stage(Instant at, Set<Duration> intervals) {
    public Stage {
      intervals = Set.copyOf(intervals);
    }
  }

  public ReloadPlan {
    stages = List.copyOf(stages);
  }

  /** When the first reload is due. The server must be up, without rules, before. */
  public Instant firstReload() {
    return stages.get(0).at();
  }

  /** When the last reload is due. */
  public Instant lastReload() {
    return stages.get(stages.size() - 1).at();
  }

  /**
   * The fewest reloads that give every group its first evaluation at the start, each as late as it
   * can be, less a lead of one second or half of the shortest interval.
   *
   * @param start the wanted first evaluation, in whole milliseconds
   * @param intervals the groups' intervals, in whole milliseconds
   * @throws IllegalArgumentException if there is no group
   */
  public static ReloadPlan of(Instant start, Collection<Duration> intervals) {
    Milliseconds.require(start);
    if (intervals.isEmpty()) {
      throw new IllegalArgumentException("no reload without groups");
    }
    Set<Duration> distinct = new TreeSet<>(intervals);
    distinct.forEach(Milliseconds::require);
    Duration lead = lead(distinct);
    List<Window> windows =
        distinct.stream()
            .map(i -> Window.of(start, i))
            .sorted(Comparator.comparing(Window::end))
            .toList();
    return new ReloadPlan(stages(windows, lead), lead);
  }

  private static Duration lead(Set<Duration> intervals) {
    Duration half = intervals.iterator().next().dividedBy(2);
    return half.compareTo(LONGEST_LEAD) < 0 ? half : LONGEST_LEAD;
  }

  /** Windows by their ends: a reload just before the first end serves all that are open by then. */
  private static List<Stage> stages(List<Window> windows, Duration lead) {
    List<Stage> stages = new ArrayList<>();
    List<Window> left = windows;
    while (!left.isEmpty()) {
      Instant at = left.get(0).end().minus(lead);
      Set<Duration> served = new TreeSet<>();
      List<Window> later = new ArrayList<>();
      for (Window window : left) {
        if (window.begin().isBefore(at)) {
          served.add(window.interval());
        } else {
          later.add(window);
        }
      }
      stages.add(new Stage(at, served));
      left = later;
    }
    return stages;
  }

  /** The open interval of reload times after which a group is first evaluated at the start. */
  record Window(Duration interval, Instant begin, Instant end) {

    static Window of(Instant start, Duration interval) {
      long past = Duration.between(Instant.EPOCH, start).dividedBy(interval);
      if (past <= 0) {
        // The division rounds up, towards zero, and the group is late by one.
        return new Window(interval, start.minus(interval.multipliedBy(2)), start.minus(interval));
      }
      // After one interval, the same rounding helps: any reload since the previous one works.
      return new Window(interval, start.minus(interval.multipliedBy(past == 1 ? 2 : 1)), start);
    }
  }
}
