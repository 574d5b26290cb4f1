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
 * The times at which rule groups must be loaded so that the first evaluation of each is exactly at
 * the start, if {@link GroupAlignment} has aligned them. All times are virtual.
 *
 * <p>A group that is loaded at R is first evaluated at E(R) + interval, where E is Prometheus's
 * {@code EvalTimestamp} ({@code rules/group.go}): the last of the group's evaluation times up to R.
 * Go's division in E rounds towards zero: for R before the group's first evaluation time since
 * 1970, the result is one interval late. So for a start near or before 1970, groups must be loaded
 * earlier, depending on their interval, which may require several reloads.
 *
 * @param stages the reloads, in chronological order; at least one
 * @param lead the minimum time after the last reload without evaluations
 */
public record ReloadPlan(List<Stage> stages, Duration lead) {

  private static final Duration LONGEST_LEAD = Duration.ofSeconds(1);

  /**
   * One reload.
   *
   * @param at the time of the reload; time does not advance until it is done
   * @param intervals the intervals of groups that this reload adds; it must not change groups of
   *     earlier stages
   */
  public record Stage(Instant at, Set<Duration> intervals) {
    public Stage {
      intervals = Set.copyOf(intervals);
    }
  }

  public ReloadPlan {
    stages = List.copyOf(stages);
  }

  /** The time of the first reload. The server must be running without rules before. */
  public Instant firstReload() {
    return stages.get(0).at();
  }

  /** The time of the last reload. */
  public Instant lastReload() {
    return stages.get(stages.size() - 1).at();
  }

  /**
   * Computes the minimum number of reloads with which every group is first evaluated at the start.
   * Each is as late as possible, minus a lead of one second or half of the shortest interval.
   *
   * @param start the first evaluation, in whole milliseconds
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

  /**
   * Processes windows by their ends: a reload just before the first end covers all windows that are
   * open then.
   */
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
