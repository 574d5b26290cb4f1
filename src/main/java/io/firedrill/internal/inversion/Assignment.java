package io.firedrill.internal.inversion;

import io.firedrill.model.Labels;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/** The shapes that are chosen for some series. */
final class Assignment {

  /** In the decisive part. */
  private final Map<Labels, Shape> now = new LinkedHashMap<>();

  /** Before it, for parts of the expression that look back. */
  private final Map<Labels, Shape> before = new LinkedHashMap<>();

  private final Map<Labels, Interval> ranges = new HashMap<>();

  /** Series of which any value does. */
  private final Set<List<Object>> any = new HashSet<>();

  private final Set<Site> decisions = new LinkedHashSet<>();
  private final List<String> conflicts = new ArrayList<>();

  Map<Labels, Shape> now() {
    return now;
  }

  Map<Labels, Shape> before() {
    return before;
  }

  /** The conditions that decide whether the expression returns something. */
  Set<Site> decisions() {
    return decisions;
  }

  /** What could not be reached. */
  List<String> conflicts() {
    return conflicts;
  }

  void fail(String why) {
    if (!conflicts.contains(why)) {
      conflicts.add(why);
    }
  }

  private Map<Labels, Shape> layer(boolean earlier) {
    return earlier ? before : now;
  }

  Shape get(Labels series, boolean earlier) {
    return layer(earlier).get(series);
  }

  /** Chooses a value that may be replaced. */
  void setAny(Labels series, Shape shape, boolean earlier) {
    layer(earlier).put(series, shape);
    any.add(List.of(series, earlier));
  }

  /** Whether only a replaceable value is chosen. */
  boolean isAny(Labels series, boolean earlier) {
    return any.contains(List.of(series, earlier));
  }

  /** Chooses a shape unless the series has another one already. */
  void set(Labels series, Shape shape, boolean earlier) {
    Map<Labels, Shape> shapes = layer(earlier);
    Shape old = any.remove(List.of(series, earlier)) ? null : shapes.get(series);
    if (old == null) {
      shapes.put(series, shape);
    } else if (!old.equals(shape)) {
      merge(series, old, shape, shapes);
    }
  }

  /** A level and a slope can both be had. */
  private void merge(Labels series, Shape old, Shape shape, Map<Labels, Shape> shapes) {
    boolean lines = old.kind() == Shape.Kind.LINE && shape.kind() == Shape.Kind.LINE;
    if (lines && shape.isCounter() && old.level().isPresent()) {
      shapes.put(series, new Shape(Shape.Kind.LINE, old.level(), shape.slope(), 0));
    } else if (lines && old.isCounter() && shape.level().isPresent()) {
      shapes.put(series, new Shape(Shape.Kind.LINE, shape.level(), old.slope(), 0));
    } else {
      fail(series + " has to have two values at once");
    }
  }

  /** Chooses a constant value of a range, which also satisfies earlier conditions if possible. */
  void setLevel(Labels series, Goal goal, double margin, boolean earlier) {
    Map<Labels, Shape> shapes = layer(earlier);
    Shape old = any.remove(List.of(series, earlier)) ? null : shapes.get(series);
    Interval known = ranges.getOrDefault(series, Interval.ALL);
    Interval both = goal.isPlain() ? known.and(goal.range()) : known;
    if (old == null) {
      shapes.put(series, Shape.line(goal.target()));
      if (goal.isPlain()) {
        ranges.put(series, goal.range());
      }
    } else if (old.kind() == Shape.Kind.LINE && old.level().isPresent()) {
      double level = old.level().getAsDouble();
      if (goal.allows(level)) {
        ranges.put(series, both);
      } else if (goal.isPlain() && !both.isEmpty()) {
        ranges.put(series, both);
        shapes.put(
            series,
            new Shape(Shape.Kind.LINE, OptionalDouble.of(both.pick(margin)), old.slope(), 0));
      } else {
        fail(series + " has to have two values at once");
      }
    } else {
      merge(series, old, Shape.line(goal.target()), shapes);
    }
  }
}
