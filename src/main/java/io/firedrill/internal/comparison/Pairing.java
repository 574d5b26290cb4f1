package io.firedrill.internal.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * Pairs events of base and head by ever looser criteria. A paired event is not considered again.
 * Both sides are in chronological order, and the result depends only on that.
 */
final class Pairing<T> {

  /** Above this number of combinations, events are simply paired in order. */
  private static final long LIMIT = 4_000_000;

  /** An event in base and head. */
  record Pair<T>(T base, T head) {}

  private final List<T> base;
  private final List<T> head;
  private final ToLongFunction<T> time;
  private final List<Pair<T>> pairs = new ArrayList<>();

  Pairing(List<T> base, List<T> head, ToLongFunction<T> time) {
    this.base = new ArrayList<>(base);
    this.head = new ArrayList<>(head);
    this.time = time;
  }

  /**
   * Pairs events with the same key, in chronological order and with the least sum of time
   * differences.
   */
  Pairing<T> byKey(Function<T, ?> key) {
    Map<Object, List<T>> before = grouped(base, key);
    Map<Object, List<T>> after = grouped(head, key);
    before.forEach((k, those) -> pair(those, after.getOrDefault(k, List.of())));
    return this;
  }

  /** Pairs each event of the base with the first matching one of the head. */
  Pairing<T> byFit(BiPredicate<T, T> fits) {
    for (T one : List.copyOf(base)) {
      head.stream().filter(other -> fits.test(one, other)).findFirst().ifPresent(o -> add(one, o));
    }
    return this;
  }

  private static <T> Map<Object, List<T>> grouped(List<T> all, Function<T, ?> key) {
    Map<Object, List<T>> groups = new LinkedHashMap<>();
    all.forEach(one -> groups.computeIfAbsent(key.apply(one), any -> new ArrayList<>()).add(one));
    return groups;
  }

  private void pair(List<T> before, List<T> after) {
    int shorter = Math.min(before.size(), after.size());
    boolean inOrder = before.size() == after.size() || (long) before.size() * after.size() > LIMIT;
    if (inOrder) {
      for (int i = 0; i < shorter; i++) {
        add(before.get(i), after.get(i));
      }
    } else if (shorter > 0) {
      align(before, after);
    }
  }

  /** Pairs every element of the shorter list with one of the longer, in order. */
  private void align(List<T> before, List<T> after) {
    boolean baseIsShorter = before.size() < after.size();
    List<T> few = baseIsShorter ? before : after;
    List<T> many = baseIsShorter ? after : before;
    // cost[i][j]: the least sum for pairing the first i of few with some of the first j of many.
    long[][] cost = new long[few.size() + 1][many.size() + 1];
    for (int i = 1; i <= few.size(); i++) {
      cost[i][i - 1] = Long.MAX_VALUE;
      for (int j = i; j <= many.size(); j++) {
        cost[i][j] = Math.min(cost[i][j - 1], cost[i - 1][j - 1] + gap(few, many, i, j));
      }
    }
    int j = many.size();
    for (int i = few.size(); i > 0; i--, j--) {
      while (cost[i][j] == cost[i][j - 1]) {
        j--;
      }
      T one = few.get(i - 1);
      T other = many.get(j - 1);
      add(baseIsShorter ? one : other, baseIsShorter ? other : one);
    }
  }

  private long gap(List<T> few, List<T> many, int i, int j) {
    return Math.abs(time.applyAsLong(few.get(i - 1)) - time.applyAsLong(many.get(j - 1)));
  }

  private void add(T one, T other) {
    removeThis(base, one);
    removeThis(head, other);
    pairs.add(new Pair<>(one, other));
  }

  /** Removes by identity, because equal elements may occur twice. */
  private static <T> void removeThis(List<T> all, T one) {
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i) == one) {
        all.remove(i);
        return;
      }
    }
  }

  /** The pairs. */
  List<Pair<T>> pairs() {
    return List.copyOf(pairs);
  }

  /** The events that only the base has, in chronological order. */
  List<T> onlyInBase() {
    return List.copyOf(base);
  }

  /** The events that only the head has, in chronological order. */
  List<T> onlyInHead() {
    return List.copyOf(head);
  }
}
