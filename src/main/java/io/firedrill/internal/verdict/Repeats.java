package io.firedrill.internal.verdict;

import io.firedrill.model.Notification;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Lists of what repeats: the first ones, and how many there are more. */
final class Repeats {

  private Repeats() {}

  /** Those with the same key together, in the order of the first of each. */
  static <T> List<List<T>> groups(Collection<T> all, Function<T, Object> key) {
    return List.copyOf(
        all.stream()
            .collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()))
            .values());
  }

  /** The first lines, and in the last the number of the others. */
  static List<String> cut(List<String> lines, int limit, String noun) {
    if (lines.size() <= limit) {
      return lines;
    }
    List<String> shown = new ArrayList<>(lines.subList(0, limit));
    shown.add("and " + Counts.of(lines.size() - limit, "more " + noun));
    return shown;
  }

  /** {@code at 2m}, {@code 57 times, from 2m to 30m}. */
  static String times(List<Notification> notifications, VirtualTime time) {
    return instants(notifications.stream().map(Notification::time).toList(), time);
  }

  /** The same of instants, at least one. */
  static String instants(List<Instant> instants, VirtualTime time) {
    return instants(instants, time, "times");
  }

  /** The same with another word for {@code times}. */
  static String instants(List<Instant> instants, VirtualTime time, String times) {
    String first = time.arrival(instants.get(0));
    int count = instants.size();
    return count == 1
        ? "at " + first
        : count + " " + times + ", from " + first + " to " + time.arrival(instants.get(count - 1));
  }

  /** {@code a, b, c and 12 more, the last is z}, or all of them if there are few. */
  static String listed(List<String> all, int limit) {
    if (all.size() <= limit) {
      return String.join(", ", all);
    }
    return String.join(", ", all.subList(0, limit - 1))
        + ", ... ("
        + (all.size() - limit)
        + " more), "
        + all.get(all.size() - 1);
  }
}
