package io.firedrill.internal.inversion;

import io.firedrill.internal.inversion.InputPlan.Kind;
import io.firedrill.internal.promql.BinaryOperation;
import io.firedrill.internal.promql.BinaryOperator;
import io.firedrill.internal.promql.Expr;
import io.firedrill.internal.promql.FunctionCall;
import io.firedrill.model.Labels;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds inputs for which a rule's alert should fire, or should just not. They are proposals: only a
 * server knows. The attempts of one rule differ in how values are chosen.
 */
public final class InputPlans {

  /** How many ways there are to choose an input. */
  public static final int ATTEMPTS = Variant.ALL.size();

  private static final int BEFORE = 5;
  private static final int SPARE = 10;
  private static final int LONGEST = 60;
  private static final int MOST_NEAR_MISSES = 6;

  private final RuleInput input;
  private final Recordings recordings;
  private final Variant variant;
  private final RuleShape rule;
  private final double step;
  private final Layers layers;

  private InputPlans(RuleInput input, Recordings recordings, Variant variant) {
    this.input = input;
    this.recordings = recordings;
    this.variant = variant;
    this.rule = new RuleShape(input.expr(), recordings, input.wantedLabels());
    this.step = input.step().toMillis() / 1000.0;
    this.layers = layers();
  }

  /**
   * Plans inputs.
   *
   * @param attempt which way to choose values, from 0
   */
  public static RulePlan of(RuleInput input, Recordings recordings, int attempt) {
    return new InputPlans(input, recordings, Variant.ALL.get(attempt)).plan();
  }

  private RulePlan plan() {
    Instant usual = StartTimes.pinned(rule).map(t -> t.minusSeconds(120)).orElse(input.start());
    List<String> problems = new ArrayList<>(rule.problems());
    Optional<Met> met = met(usual, Optional.empty());
    if (met.isEmpty()) {
      Assignment tried = inverter(usual, Optional.empty(), Style.NEAR).run();
      return new RulePlan(Optional.empty(), List.of(), tried.conflicts(), problems);
    }
    // Copies of series that a later condition needs are known only after all of them were tried.
    for (Site decision : met.get().assignment().decisions()) {
      inverter(met.get().start(), Optional.of(decision), Style.NEAR).run();
      inverter(met.get().start(), Optional.of(decision), Style.HEALTHY).run();
    }
    Met again = met(usual, Optional.empty()).orElse(met.get());
    Map<Labels, Shape> healthy = healthy(again);
    InputPlan fires = fires(again, healthy);
    return new RulePlan(
        Optional.of(fires),
        nearMisses(usual, again, healthy),
        again.assignment().conflicts(),
        problems);
  }

  /** An assignment, and the start that it is for. */
  private record Met(Instant start, Assignment assignment, boolean layers) {}

  private Optional<Met> met(Instant usual, Optional<Site> flipped) {
    List<Instant> starts = StartTimes.matter(rule) ? StartTimes.around(usual) : List.of(usual);
    Optional<Met> best = Optional.empty();
    for (Instant start : starts) {
      Inverter inverter = inverter(start, flipped, Style.NEAR);
      Assignment assignment = inverter.run();
      boolean allDay = assignment.conflicts().isEmpty() && isMetThroughout(start, flipped);
      if (allDay) {
        return Optional.of(new Met(start, assignment, inverter.layers.isUsed()));
      }
      if (best.isEmpty()
          || assignment.conflicts().size() < best.get().assignment().conflicts().size()) {
        best = Optional.of(new Met(start, assignment, inverter.layers.isUsed()));
      }
    }
    return best.filter(
        b -> !b.assignment().now().isEmpty() || b.assignment().conflicts().isEmpty());
  }

  /** Whether the hour suits from the beginning of the decisive part to its end. */
  private boolean isMetThroughout(Instant start, Optional<Site> flipped) {
    if (!StartTimes.matter(rule)) {
      return true;
    }
    for (double part : new double[] {0, 1}) {
      Instants instants = instants(start, part);
      Inverter inverter = new Inverter(rule, variant, layers, instants, flipped, Style.NEAR);
      if (!inverter.run().conflicts().isEmpty()) {
        return false;
      }
    }
    return true;
  }

  private Inverter inverter(Instant start, Optional<Site> flipped, Style style) {
    return new Inverter(rule, variant, layers, instants(start, 0.5), flipped, style);
  }

  private Instants instants(Instant start, double part) {
    double from = start.toEpochMilli() / 1000.0;
    double begin = samplesBefore() * step;
    double length = samplesDuring() * step;
    return new Instants(from, step, from + begin + length * part, length, begin);
  }

  /** How many samples there are in an evaluation interval. */
  private int unit() {
    return (int) Math.max(1, input.evaluation().dividedBy(input.step()));
  }

  private double lookback() {
    return rule.lookback(new Site(0, rule.root()));
  }

  private Layers layers() {
    Layers found = new Layers(rule, variant.layers());
    Inverter probe =
        new Inverter(
            rule,
            variant,
            found,
            new Instants(input.start().getEpochSecond(), step, 0, step * SPARE, 0),
            Optional.empty(),
            Style.NEAR);
    probe.run();
    return found;
  }

  private boolean looksBefore() {
    return layers.isUsed();
  }

  private int samplesBefore() {
    return looksBefore() ? unit() * BEFORE + (int) Math.ceil(lookback() / step) : unit() * BEFORE;
  }

  /** Long enough for windows and {@code for} to be filled. */
  private int samplesDuring() {
    double window = lookback();
    if (layers.isUsed()) {
      window = 0;
      for (Leaf leaf : rule.pass().leaves().values()) {
        if (!layers.isEarlier(leaf.site())) {
          window = Math.max(window, RuleShape.range(leaf.site().expr()));
        }
      }
    }
    double seconds =
        window + input.pending().toMillis() / 1000.0 + 2 * input.interval().toMillis() / 1000.0;
    int samples = (int) Math.ceil(seconds * variant.length() / step) + unit() * BEFORE;
    int round = unit() * BEFORE;
    return (samples + round - 1) / round * round;
  }

  private int samplesAfter() {
    double window = looksBefore() ? 0 : lookback();
    double seconds =
        window
            + (input.keepFiring().toMillis() + input.settling().toMillis()) / 1000.0
            + 2 * input.interval().toMillis() / 1000.0;
    int samples = (int) Math.ceil(seconds / step) + unit() * SPARE;
    int round = unit() * BEFORE;
    return (samples + round - 1) / round * round;
  }

  /** The shapes while the first condition that can be healthy is. */
  private Map<Labels, Shape> healthy(Met met) {
    for (Site decision : met.assignment().decisions()) {
      Assignment found = inverter(met.start(), Optional.of(decision), Style.HEALTHY).run();
      if (found.conflicts().size() <= met.assignment().conflicts().size()
          && !found.now().equals(met.assignment().now())
          && !rule.seriesBelow(decision).isEmpty()) {
        return found.now();
      }
    }
    return Map.of();
  }

  private InputPlan fires(Met met, Map<Labels, Shape> healthy) {
    Map<Labels, Shape> before = before(met, healthy);
    List<Part> parts =
        List.of(
            new Part(before, samplesBefore()),
            new Part(during(met), samplesDuring()),
            new Part(before, samplesAfter()));
    return plan(Kind.FIRES, met.start(), parts, "");
  }

  private static Map<Labels, Shape> during(Met met) {
    Map<Labels, Shape> shapes = new LinkedHashMap<>(met.assignment().before());
    shapes.putAll(met.assignment().now());
    return shapes;
  }

  private static Map<Labels, Shape> before(Met met, Map<Labels, Shape> healthy) {
    Map<Labels, Shape> shapes = new LinkedHashMap<>(met.assignment().now());
    if (healthy.isEmpty()) {
      shapes.clear();
    }
    shapes.putAll(healthy);
    shapes.putAll(met.assignment().before());
    return shapes;
  }

  private List<InputPlan> nearMisses(Instant usual, Met met, Map<Labels, Shape> healthy) {
    List<InputPlan> found = new ArrayList<>();
    Set<List<PlannedSeries>> known = new LinkedHashSet<>();
    for (Site decision : met.assignment().decisions()) {
      Optional<Met> missed = met(usual, Optional.of(decision));
      if (missed.isEmpty() || found.size() == MOST_NEAR_MISSES) {
        continue;
      }
      List<Part> parts = new ArrayList<>();
      boolean fillsWindows = variant.margin() > 0 && lookback() > 0 && !healthy.isEmpty();
      if (missed.get().layers() || fillsWindows) {
        parts.add(new Part(before(missed.get(), healthy), samplesBefore()));
        parts.add(new Part(during(missed.get()), samplesDuring()));
      } else {
        parts.add(new Part(during(missed.get()), samplesBefore() + samplesDuring()));
      }
      InputPlan plan =
          plan(Kind.NEAR_MISS, missed.get().start(), parts, phrase(decision, missed.get()));
      if (!plan.series().isEmpty() && known.add(plan.series())) {
        found.add(plan);
      }
    }
    return found;
  }

  private String phrase(Site decision, Met missed) {
    Expr expr = ArithmeticInversion.plain(decision.expr());
    String text = shortened(expr.toString());
    if (expr instanceof BinaryOperation operation
        && operation.operator().kind() == BinaryOperator.Kind.COMPARISON) {
      return "just short of " + text;
    }
    if (expr instanceof FunctionCall call && call.function().name().startsWith("absent")) {
      return "while there is " + shortened(call.arguments().get(0).toString());
    }
    boolean gone =
        rule.seriesBelow(decision).stream()
            .allMatch(s -> missed.assignment().now().getOrDefault(s, Shape.GONE).isGone());
    return (gone ? "without " : "with ") + text;
  }

  private static String shortened(String text) {
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
  }

  /**
   * The input that makes a rule fire, with a decisive part of another length.
   *
   * @param shorter how many samples fewer
   */
  public static Optional<InputPlan> shortened(
      RuleInput input, Recordings recordings, int attempt, int shorter) {
    return new InputPlans(input, recordings, Variant.ALL.get(attempt)).shortened(shorter);
  }

  private Optional<InputPlan> shortened(int shorter) {
    RulePlan full = plan();
    Instant usual = StartTimes.pinned(rule).map(t -> t.minusSeconds(120)).orElse(input.start());
    Optional<Met> met = full.fires().isEmpty() ? Optional.empty() : met(usual, Optional.empty());
    int during = samplesDuring() - shorter;
    if (met.isEmpty() || during < 1) {
      return Optional.empty();
    }
    Map<Labels, Shape> healthy = healthy(met.get());
    if (healthy.isEmpty()) {
      return Optional.empty();
    }
    Map<Labels, Shape> before = before(met.get(), healthy);
    List<Part> parts =
        List.of(
            new Part(before, samplesBefore()),
            new Part(during(met.get()), during),
            new Part(before, samplesAfter()));
    return Optional.of(plan(Kind.TOO_SHORT, met.get().start(), parts, ""));
  }

  private InputPlan plan(Kind kind, Instant start, List<Part> parts, String condition) {
    Set<Labels> all = new TreeSet<>();
    parts.forEach(part -> all.addAll(part.shapes().keySet()));
    List<PlannedSeries> series = new ArrayList<>();
    for (Labels labels : all) {
      SeriesText text = new SeriesText(step);
      boolean present = false;
      for (Part part : parts) {
        Shape shape = part.shapes().getOrDefault(labels, Shape.GONE);
        present |= !shape.isGone();
        text.add(shape, part.samples());
      }
      if (present) {
        series.add(
            new PlannedSeries(
                labels,
                text.toString(),
                SeriesComment.of(labels, parts, step, start.toEpochMilli() / 1000.0)));
      }
    }
    int begin = parts.size() == 1 ? 0 : parts.get(0).samples();
    int end = begin + parts.get(parts.size() == 1 ? 0 : 1).samples();
    int length = parts.stream().mapToInt(Part::samples).sum();
    return new InputPlan(
        kind,
        start,
        StartTimes.isRead(rule) || StartTimes.pinned(rule).isPresent(),
        input.evaluation(),
        input.step(),
        series,
        times(begin),
        times(end),
        input.evaluation().multipliedBy(times(length - 1).dividedBy(input.evaluation())),
        condition);
  }

  private Duration times(int samples) {
    return input.step().multipliedBy(samples);
  }
}
