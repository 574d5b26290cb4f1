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
 * A fire drill: feeds metric series to a real Prometheus, which sends alerts to a real
 * Alertmanager, and returns the results. You can feed series, move the time, read results, and feed
 * again. Stopping in between does not change what happens.
 *
 * <p>All instants and durations are virtual. The drill begins at {@link #start()}, the first
 * evaluation of all rules, and time moves only on request. The first call that moves the time or
 * reads results starts the servers. At each instant, samples come first, then evaluations and
 * notifications, then the actions planned with {@link #at}.
 *
 * <p>Methods throw {@link io.firedrill.internal.source.InputException}, with file, line and column,
 * if Prometheus or Alertmanager rejects the user's files; {@link DrillException} if a server dies
 * or the servers do not settle; {@link IllegalArgumentException} and {@link IllegalStateException}
 * if an argument or the order of calls is invalid. Not thread-safe.
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

  /** A drill on a rig of this factory, which it takes when needed and returns at the end. */
  public Drill(RigFactory rigs, DrillSpec spec) {
    this(rigs, spec, CoverageMode.OFF);
  }

  /** The same, optionally recording coverage. */
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

  /** How long to wait for servers and exporters that do not respond. */
  Patience patience() {
    return new Patience(rigs.limit(spec.options().progressLimit()));
  }

  /**
   * Sets the evaluation interval of rule groups without their own.
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

  /** Sets the interval of series added from now on; default: the evaluation interval. */
  public Drill sampleEvery(Duration time) {
    if (time.toMillis() <= 0) {
      throw new IllegalArgumentException("an interval is longer than zero: " + time);
    }
    interval = time;
    return this;
  }

  /**
   * Feeds a series: one value per interval, the first at the start or, if the drill has moved, at
   * the next multiple of the interval. Replaces the remaining values of the same series.
   *
   * @param selector {@code name{label="value"}}
   * @param values promtool's notation: {@code 0x10 1+2x5 _ stale}
   * @throws io.firedrill.internal.series.SeriesSyntaxException if either is malformed
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

  /** Feeds an endless series with values of a generator; otherwise as above. */
  public Drill series(String selector, Generator generator) {
    Labels labels = SeriesNotation.selector(selector);
    GeneratedSamples samples = new GeneratedSamples(generator, nextSampleTime(), interval());
    return whenLive(live -> live.feed(labels, samples));
  }

  /**
   * Feeds a sample at the start or, if the drill has moved, at the next multiple of the interval.
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
   * @throws IllegalArgumentException if the time of the first one has passed
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

  /** Feeds recorded files, read by {@link Recording}, at their own times; see {@link #feed}. */
  public Drill recording(Path... files) {
    Recording.read(RecordingSpec.of(files)).series().forEach(series -> feed(series.toSeries()));
    return this;
  }

  /**
   * The target at an address that Prometheus scrapes; it is up from the first call on. If no job
   * scrapes the address, the next call that moves the time or reads results throws an {@link
   * IllegalArgumentException}.
   *
   * @param address host and port after relabelling
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
   * Plans an action for later. It runs when the drill reaches that time, after everything that is
   * due then.
   *
   * @param sinceStart the virtual time since the start
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

  /** Runs for this virtual time; the first call also evaluates the rules at the start. */
  public Drill runFor(Duration time) {
    if (time.isNegative()) {
      throw new IllegalArgumentException("time does not run back: " + time);
    }
    return runTo(RunLimits.after(now(), time));
  }

  /**
   * Runs to an instant, inclusive.
   *
   * @throws IllegalArgumentException if it has passed, or the run would be too long
   */
  public Drill runTo(Instant time) {
    if (time.isBefore(now())) {
      throw new IllegalArgumentException(
          "time does not run back: the drill is at %s, after %s".formatted(now(), time));
    }
    live().runTo(time);
    return this;
  }

  /** Runs to the next evaluation; the first step is the evaluation at the start. */
  public Drill step() {
    live().runTo(live().nextEvaluation());
    return this;
  }

  /**
   * Runs from evaluation to evaluation until a condition holds.
   *
   * @param atMost the longest virtual time to wait
   * @throws AssertionError if the condition does not hold by then
   */
  public Drill runUntil(DrillCondition condition, Duration atMost) {
    live().runUntil(() -> condition.isMet(this), condition, atMost);
    return this;
  }

  /** The virtual time of the first evaluation. */
  public Instant start() {
    return spec.start();
  }

  /** The current virtual time; the start if the drill has not moved. */
  public Instant now() {
    return hasMoved() ? live.now() : start();
  }

  /** The alerts with this name and these labels: name, value and so on; {@code /regex/} works. */
  public AlertSelection alerts(String alertname, String... labels) {
    return live().alerts(alertname, labels);
  }

  /** The notifications of a receiver so far. */
  public ReceivedNotifications receiver(String name) {
    return ReceivedNotifications.of(name, live());
  }

  /** The result of an expression now. */
  public QueryAnswer query(String promql) {
    return query(promql, now());
  }

  /** The result of an expression at another instant. */
  public QueryAnswer query(String promql, Instant time) {
    return live().query(promql, time);
  }

  /** All events so far: state changes of alerts, and notifications. */
  public Timeline timeline() {
    return observed().timeline();
  }

  /** Everything that was observed so far. */
  public Observed observed() {
    return live().observed();
  }

  /** A description of the servers that run the drill. */
  public String servers() {
    return rigs.description();
  }

  /** Whether servers are running. */
  public boolean hasBegun() {
    return live != null;
  }

  /**
   * Problems that no assertion checks: rules that could not be evaluated, requests to receivers
   * that could not be decoded. Usually empty.
   */
  public List<String> problems() {
    return hasBegun() ? live.problems() : List.of();
  }

  /**
   * Warnings that do not fail a test: settings that are left out in tests, and groups that
   * Alertmanager may first flush at either of two instants. Empty if no servers are running.
   */
  public List<Problem> warnings() {
    return hasBegun() ? live.warnings() : List.of();
  }

  /**
   * Writes the servers' logs and the timeline so far into a directory, which is created if needed.
   * Works even if a server has died.
   */
  public void keepLogs(Path directory) {
    if (hasBegun()) {
      live.keepLogs(directory);
    }
  }

  /** The coverage so far; empty if the drill has not moved, or coverage is not recorded. */
  public Optional<CoverageResult> coverage() {
    return hasBegun() ? live.coverage() : Optional.empty();
  }

  /** Releases the servers. */
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

  /** The time of a sample that is added now without a time. */
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
