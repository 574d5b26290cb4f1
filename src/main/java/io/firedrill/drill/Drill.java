package io.firedrill.drill;

import io.firedrill.internal.clock.Patience;
import io.firedrill.internal.coverage.CoverageResult;
import io.firedrill.internal.recording.Recording;
import io.firedrill.internal.recording.RecordingSpec;
import io.firedrill.internal.rig.RigFactory;
import io.firedrill.internal.run.CoverageMode;
import io.firedrill.internal.run.DrillException;
import io.firedrill.internal.run.RunLimits;
import io.firedrill.internal.scenario.Action;
import io.firedrill.internal.series.Generator;
import io.firedrill.internal.series.SeriesNotation;
import io.firedrill.internal.source.Problem;
import io.firedrill.internal.verdict.Observed;
import io.firedrill.model.Labels;
import io.firedrill.model.Sample;
import io.firedrill.model.SampleValue;
import io.firedrill.model.Series;
import io.firedrill.model.Timeline;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A fire drill: metric series go into a real Prometheus, whose alerts go to a real Alertmanager,
 * and what comes of it can be looked at. Feed, move the time, look, feed again; whether a drill
 * stops in between or not makes no difference to what happens.
 *
 * <p>All instants and durations are virtual. The drill begins at {@link #start()}, the first
 * evaluation of all rules, and only moves when told. Servers are started by the first move or look.
 * Of what happens at one instant, samples come first, then evaluations and notifications, then what
 * {@link #at} has planned.
 *
 * <p>Methods throw {@link io.firedrill.internal.source.InputException}, with file, line and column,
 * where Prometheus or Alertmanager refuse the user's files; {@link DrillException} where a server
 * dies or nothing settles; {@link IllegalArgumentException} and {@link IllegalStateException} where
 * an argument or the order of calls makes no sense. Not safe for use by several threads at a time.
 */
public final class Drill implements DrillActions, AutoCloseable {

  private final RigFactory rigs;
  private DrillSpec spec;
  private final CoverageMode mode;
  private Duration interval;
  private final List<Consumer<LiveDrill>> prepared = new ArrayList<>();
  private DrillTargets targets;
  private LiveDrill live;
  private boolean closed;

  /** A drill on a rig of this factory, which is taken when needed and given back at the end. */
  public Drill(RigFactory rigs, DrillSpec spec) {
    this(rigs, spec, CoverageMode.OFF);
  }

  /** The same, perhaps watched for what it covers. */
  public Drill(RigFactory rigs, DrillSpec spec, CoverageMode mode) {
    this.rigs = rigs;
    this.spec = spec;
    this.mode = mode;
  }

  /**
   * Sets the virtual time of the first evaluation, in whole milliseconds.
   *
   * @throws IllegalStateException after the first series, target, move or look
   */
  public Drill startAt(Instant time) {
    requireNotBegun("startAt");
    spec = spec.toBuilder().start(time).build();
    return this;
  }

  /** How long what the drill waits for may be silent. */
  Patience patience() {
    return new Patience(rigs.limit(spec.options().progressLimit()));
  }

  /**
   * Sets the evaluation interval of rule groups that name none.
   *
   * @throws IllegalStateException after the first series, target, move or look
   */
  public Drill evaluateEvery(Duration time) {
    requireNotBegun("evaluateEvery");
    spec = spec.toBuilder().evaluationInterval(time).build();
    return this;
  }

  /**
   * Sets Prometheus's external labels, from name, value, name, value and so on.
   *
   * @throws IllegalStateException after the first series, target, move or look
   */
  public Drill externalLabels(String... namesAndValues) {
    requireNotBegun("externalLabels");
    spec = spec.toBuilder().externalLabels(Labels.of(namesAndValues)).build();
    return this;
  }

  /**
   * Sets Prometheus's external URL, which templates see.
   *
   * @throws IllegalStateException after the first series, target, move or look
   */
  public Drill externalUrl(String url) {
    requireNotBegun("externalUrl");
    spec = spec.toBuilder().externalUrl(url).build();
    return this;
  }

  /** Sets the time between two values of series given from now on; default: of evaluations. */
  public Drill sampleEvery(Duration time) {
    if (time.toMillis() <= 0) {
      throw new IllegalArgumentException("an interval is longer than zero: " + time);
    }
    interval = time;
    return this;
  }

  /**
   * Feeds a series: one value an interval, the first at the start or, in a drill that has moved, at
   * the next multiple of the interval. It replaces what the series would still have had.
   *
   * @param selector {@code name{label="value"}}
   * @param values promtool's notation: {@code 0x10 1+2x5 _ stale}
   * @throws io.firedrill.internal.series.SeriesSyntaxException if either is not of that form
   */
  public Drill series(String selector, String values) {
    List<Optional<SampleValue>> list = SeriesNotation.values(values);
    Instant begin = nextSampleTime();
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      Instant time = begin.plus(interval().multipliedBy(i));
      list.get(i).ifPresent(value -> samples.add(new Sample(time, value)));
    }
    return feed(new Series(SeriesNotation.selector(selector), samples));
  }

  /** Feeds a series without end, whose values a generator makes; else as above. */
  public Drill series(String selector, Generator generator) {
    Labels labels = SeriesNotation.selector(selector);
    GeneratedSamples samples = new GeneratedSamples(generator, nextSampleTime(), interval());
    return whenLive(live -> live.feed(labels, samples));
  }

  /**
   * Feeds a sample at the start or, in a drill that has moved, the next multiple of the interval.
   */
  public Drill sample(String selector, double value) {
    return sample(selector, value, nextSampleTime());
  }

  /**
   * Feeds a sample.
   *
   * @throws IllegalArgumentException if the time has passed
   */
  public Drill sample(String selector, double value, Instant time) {
    Labels labels = SeriesNotation.selector(selector);
    return feed(new Series(labels, List.of(new Sample(time, SampleValue.of(value)))));
  }

  /**
   * Feeds samples at their own times.
   *
   * @throws IllegalArgumentException if the first one's time has passed
   */
  public Drill feed(Series series) {
    if (series.samples().isEmpty()) {
      return this;
    }
    Instant first = series.samples().get(0).time();
    if (first.isBefore(start()) || (hasMoved() && !first.isAfter(now()))) {
      throw new IllegalArgumentException(
          "a sample of %s at %s comes too late: the drill is at %s"
              .formatted(series.labels(), first, now()));
    }
    return whenLive(live -> live.feed(series.labels(), series.samples().iterator()));
  }

  /** Feeds files as {@link Recording} reads them, at their own times; see {@link #feed}. */
  public Drill recording(Path... files) {
    Recording.read(RecordingSpec.of(files)).series().forEach(series -> feed(series.toSeries()));
    return this;
  }

  /**
   * What stands at an address that Prometheus scrapes; from the first call on it is up. Where
   * nobody scrapes the address, the next move or look is an {@link IllegalArgumentException}.
   *
   * @param address host and port, as the Prometheus configuration has it after relabelling
   * @throws IllegalStateException if the drill has no Prometheus configuration
   */
  public DrillTarget target(String address) {
    if (spec.prometheusConfig().isEmpty()) {
      throw new IllegalStateException(
          "a target needs a Prometheus configuration, which says how it is scraped");
    }
    return targets().at(address, this);
  }

  private DrillTargets targets() {
    if (targets == null) {
      targets = new DrillTargets(start());
    }
    return targets;
  }

  /**
   * Plans something for later: when the drill gets there, and all that is due then has happened.
   *
   * @param sinceStart when
   * @throws IllegalArgumentException if the time has passed
   */
  public Drill at(Duration sinceStart, Consumer<Drill> action) {
    Instant time = start().plus(sinceStart);
    if (sinceStart.isNegative() || (hasMoved() && !time.isAfter(now()))) {
      throw new IllegalArgumentException("%s is past: the drill is at %s".formatted(time, now()));
    }
    return whenLive(live -> live.plan(time, () -> action.accept(this)));
  }

  @Override
  public Drill perform(Action action) {
    live().perform(action);
    return this;
  }

  /** Moves on for this long, evaluating what is due; a drill's first move evaluates the start. */
  public Drill runFor(Duration time) {
    if (time.isNegative()) {
      throw new IllegalArgumentException("time does not run back: " + time);
    }
    return runTo(RunLimits.after(now(), time));
  }

  /**
   * Moves on to an instant, itself included.
   *
   * @throws IllegalArgumentException if it has passed, or no run can last so long
   */
  public Drill runTo(Instant time) {
    if (time.isBefore(now())) {
      throw new IllegalArgumentException(
          "time does not run back: the drill is at %s, after %s".formatted(now(), time));
    }
    live().runTo(time);
    return this;
  }

  /** Moves on to the next evaluation; a drill's first step is the one at the start. */
  public Drill step() {
    live().runTo(live().nextEvaluation());
    return this;
  }

  /**
   * Moves on from evaluation to evaluation until something is so.
   *
   * @param atMost how long to wait at most
   * @throws AssertionError if it is not so by then
   */
  public Drill runUntil(DrillCondition condition, Duration atMost) {
    live().runUntil(() -> condition.isMet(this), condition, atMost);
    return this;
  }

  /** The virtual time of the first evaluation. */
  public Instant start() {
    return spec.start();
  }

  /** The virtual time; the start, as long as the drill has not moved. */
  public Instant now() {
    return hasMoved() ? live.now() : start();
  }

  /** The alerts of one name and of some labels: name, value and so on; {@code /regex/} too. */
  public AlertSelection alerts(String alertname, String... labels) {
    return live().alerts(alertname, labels);
  }

  /** What a receiver was told so far. */
  public ReceivedNotifications receiver(String name) {
    return ReceivedNotifications.of(name, observed());
  }

  /** What an expression evaluates to now. */
  public QueryAnswer query(String promql) {
    return query(promql, now());
  }

  /** What an expression evaluates to at another instant. */
  public QueryAnswer query(String promql, Instant time) {
    return live().query(promql, time);
  }

  /** All that has happened so far: alerts' changes of state, and notifications. */
  public Timeline timeline() {
    return observed().timeline();
  }

  /** All that was observed so far. */
  public Observed observed() {
    return live().observed();
  }

  /** Which servers run the drill, for people. */
  public String servers() {
    return rigs.description();
  }

  /** Whether servers run. */
  public boolean hasBegun() {
    return live != null;
  }

  /**
   * What has gone wrong unseen so far: rules that could not be evaluated, requests to receivers
   * that could not be read. For people; none, as a rule.
   */
  public List<String> problems() {
    return hasBegun() ? live.problems() : List.of();
  }

  /**
   * What lets nothing fail, but may not be meant so: settings that are left out in tests, and
   * groups that Alertmanager first flushes at one of two instants. Empty where no servers run.
   */
  public List<Problem> warnings() {
    return hasBegun() ? live.warnings() : List.of();
  }

  /**
   * Writes the servers' logs and the timeline so far into a directory, which is made where needed.
   * Works also where a server has died.
   */
  public void keepLogs(Path directory) {
    if (hasBegun()) {
      live.keepLogs(directory);
    }
  }

  /** What was covered so far; empty where the drill has not moved, or nobody watches. */
  public Optional<CoverageResult> coverage() {
    return hasBegun() ? live.coverage() : Optional.empty();
  }

  /** Gives the servers back. */
  @Override
  public void close() {
    closed = true;
    if (live != null) {
      live.close();
    }
    if (targets != null) {
      targets.close();
    }
  }

  Duration interval() {
    return Objects.requireNonNullElse(interval, spec.options().evaluationInterval());
  }

  /** Where a sample belongs that is given now, without a time. */
  Instant nextSampleTime() {
    if (!hasMoved()) {
      return start();
    }
    long passed = Duration.between(start(), now()).dividedBy(interval());
    return start().plus(interval().multipliedBy(passed + 1));
  }

  private boolean hasMoved() {
    return live != null && live.hasMoved();
  }

  private Drill whenLive(Consumer<LiveDrill> action) {
    if (live == null) {
      prepared.add(action);
    } else {
      action.accept(live);
    }
    return this;
  }

  private LiveDrill live() {
    if (closed) {
      throw new IllegalStateException("the drill has ended, and its servers with it");
    }
    if (live == null) {
      live = LiveDrill.start(rigs, spec, mode, targets());
      prepared.forEach(action -> action.accept(live));
      prepared.clear();
    }
    targets.checkLate();
    return live;
  }

  private void requireNotBegun(String method) {
    if (live != null || !prepared.isEmpty() || (targets != null && !targets.isEmpty())) {
      throw new IllegalStateException(
          method
              + " comes too late: call it before you add series or targets, run the drill, or read results");
    }
  }
}
