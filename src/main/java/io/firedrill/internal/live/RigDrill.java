package io.firedrill.internal.live;

import io.firedrill.drill.AlertSelection;
import io.firedrill.drill.Drill;
import io.firedrill.drill.DrillCondition;
import io.firedrill.drill.DrillTarget;
import io.firedrill.drill.QueryAnswer;
import io.firedrill.drill.ReceivedNotifications;
import io.firedrill.internal.clock.Patience;
import io.firedrill.internal.coverage.CoverageResult;
import io.firedrill.internal.recording.Recording;
import io.firedrill.internal.recording.RecordingSpec;
import io.firedrill.internal.rig.RigFactory;
import io.firedrill.internal.run.CoverageMode;
import io.firedrill.internal.run.RunLimits;
import io.firedrill.internal.scenario.Action;
import io.firedrill.internal.scenario.FailureExpectation;
import io.firedrill.internal.scenario.ValueMatcher;
import io.firedrill.internal.series.SeriesNotation;
import io.firedrill.internal.source.Origin;
import io.firedrill.internal.source.Problem;
import io.firedrill.internal.verdict.Observed;
import io.firedrill.model.Generator;
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

/** A drill on a rig. It takes the rig when it first needs one and returns it at the end. */
public final class RigDrill implements Drill, PerformedActions {

  private final RigFactory rigs;
  private DrillSpec spec;
  private final CoverageMode mode;
  private Duration interval;
  private final List<Consumer<LiveDrill>> prepared = new ArrayList<>();
  private final List<FailureExpectation> expectedFailures = new ArrayList<>();
  private final DrillInputUse use = new DrillInputUse();
  private DrillTargets targets;
  private LiveDrill live;
  private boolean closed;

  /** A drill on a rig of this factory. */
  public RigDrill(RigFactory rigs, DrillSpec spec) {
    this(rigs, spec, CoverageMode.OFF);
  }

  /** The same, with coverage recorded as {@code mode} says. */
  public RigDrill(RigFactory rigs, DrillSpec spec, CoverageMode mode) {
    this.rigs = rigs;
    this.spec = spec;
    this.mode = mode;
  }

  /**
   * Casts a drill of the public API to this implementation.
   *
   * @throws IllegalArgumentException if it is not one of Firedrill's
   */
  public static RigDrill of(Drill drill) {
    return own(RigDrill.class, drill);
  }

  /** Casts an object of the public API that only drills create. */
  static <T> T own(Class<T> type, Object shown) {
    if (!type.isInstance(shown)) {
      throw new IllegalArgumentException(
          "does not come from a drill of Firedrill: " + shown.getClass().getName());
    }
    return type.cast(shown);
  }

  @Override
  public Drill startAt(Instant time) {
    requireNotBegun("startAt");
    spec = spec.toBuilder().start(time).build();
    return this;
  }

  /** The limit for waits. */
  Patience patience() {
    return new Patience(rigs.limit(spec.options().progressLimit()));
  }

  @Override
  public Drill evaluateEvery(Duration time) {
    requireNotBegun("evaluateEvery");
    spec = spec.toBuilder().evaluationInterval(time).build();
    return this;
  }

  @Override
  public Drill externalLabels(String... namesAndValues) {
    requireNotBegun("externalLabels");
    spec = spec.toBuilder().externalLabels(Labels.of(namesAndValues)).build();
    return this;
  }

  @Override
  public Drill externalUrl(String url) {
    requireNotBegun("externalUrl");
    spec = spec.toBuilder().externalUrl(url).build();
    return this;
  }

  @Override
  public Drill sampleEvery(Duration time) {
    if (time.toMillis() <= 0) {
      throw new IllegalArgumentException("an interval must be longer than zero: " + time);
    }
    interval = time;
    return this;
  }

  @Override
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

  @Override
  public Drill series(String selector, Generator generator) {
    Labels labels = SeriesNotation.selector(selector);
    GeneratedSamples samples = new GeneratedSamples(generator, nextSampleTime(), interval());
    return whenLive(live -> live.feed(labels, samples));
  }

  @Override
  public Drill sample(String selector, double value) {
    return sample(selector, value, nextSampleTime());
  }

  @Override
  public Drill sample(String selector, double value, Instant time) {
    Labels labels = SeriesNotation.selector(selector);
    return feed(new Series(labels, List.of(new Sample(time, SampleValue.of(value)))));
  }

  @Override
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

  @Override
  public Drill recording(Path... files) {
    for (var series : Recording.read(RecordingSpec.of(files)).series()) {
      unreadSeries(series.toSeries().labels().metricName());
      feed(series.toSeries());
    }
    return this;
  }

  @Override
  public Drill unreadSeries(String... metrics) {
    use.allowUnread(List.of(metrics));
    return this;
  }

  @Override
  public Drill withoutSamples(String... alertsOrReceivers) {
    use.allowWithoutSamples(List.of(alertsOrReceivers));
    return this;
  }

  @Override
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

  @Override
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

  @Override
  public Drill expectFailedNotification(String receiver, String reason) {
    return expect(Optional.of(receiver), reason);
  }

  @Override
  public Drill expectServerWarning(String message) {
    return expect(Optional.empty(), message);
  }

  private Drill expect(Optional<String> receiver, String text) {
    expectedFailures.add(
        new FailureExpectation(
            receiver,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(ValueMatcher.parse(text)),
            new Origin.Listed(expectedFailures.size() + 1, 1)));
    return this;
  }

  @Override
  public Drill runFor(Duration time) {
    if (time.isNegative()) {
      throw new IllegalArgumentException("time cannot run backwards: " + time);
    }
    return runTo(RunLimits.after(now(), time));
  }

  @Override
  public Drill runTo(Instant time) {
    if (time.isBefore(now())) {
      throw new IllegalArgumentException(
          "time cannot run backwards: the drill is at %s, after %s".formatted(now(), time));
    }
    live().runTo(time);
    return this;
  }

  @Override
  public Drill step() {
    live().runTo(live().nextEvaluation());
    return this;
  }

  @Override
  public Drill runUntil(DrillCondition condition, Duration atMost) {
    live().runUntil(this, condition, atMost);
    return this;
  }

  @Override
  public Instant start() {
    return spec.start();
  }

  @Override
  public Instant now() {
    return hasMoved() ? live.now() : start();
  }

  @Override
  public AlertSelection alerts(String alertname, String... labels) {
    return live().alerts(alertname, labels);
  }

  @Override
  public ReceivedNotifications receiver(String name) {
    return ClaimedNotifications.of(name, live());
  }

  @Override
  public QueryAnswer query(String promql) {
    return query(promql, now());
  }

  @Override
  public QueryAnswer query(String promql, Instant time) {
    return live().query(promql, time);
  }

  @Override
  public Timeline timeline() {
    return observed().timeline();
  }

  /** All that was observed so far. */
  public Observed observed() {
    return live().observed();
  }

  @Override
  public String servers() {
    return rigs.description();
  }

  /** Whether servers run. */
  public boolean hasBegun() {
    return live != null;
  }

  @Override
  public List<String> problems() {
    return hasBegun() ? live.problems(expectedFailures) : List.of();
  }

  @Override
  public List<String> warnings() {
    return notes().stream().map(Problem::render).toList();
  }

  /** The warnings with their places. */
  public List<Problem> notes() {
    return hasBegun() ? live.warnings() : List.of();
  }

  /**
   * Writes the servers' logs and the timeline so far into a directory, which is created if
   * necessary. Also works after a server has died.
   */
  public void keepLogs(Path directory) {
    if (hasBegun()) {
      live.keepLogs(directory);
    }
  }

  /** The coverage so far; empty if the drill has not moved or coverage is not recorded. */
  public Optional<CoverageResult> coverage() {
    return hasBegun() ? live.coverage() : Optional.empty();
  }

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

  /** The time of a sample that is given now without a time. */
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
      throw new IllegalStateException("the drill and its servers have ended");
    }
    if (live == null) {
      live = LiveDrill.start(rigs, spec, mode, targets(), use);
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
