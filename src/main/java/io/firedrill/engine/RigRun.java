package io.firedrill.engine;

import io.firedrill.alertmanager.AlertmanagerApi;
import io.firedrill.alertmanager.AlertmanagerConfig;
import io.firedrill.alertmanager.AlertmanagerException;
import io.firedrill.alertmanager.AlertmanagerLog;
import io.firedrill.alertmanager.AlertmanagerView;
import io.firedrill.capture.AnswerPolicy;
import io.firedrill.clock.ClockException;
import io.firedrill.model.Notification;
import io.firedrill.model.Series;
import io.firedrill.model.Timeline;
import io.firedrill.model.TimelineEvent;
import io.firedrill.prometheus.EvaluationLog;
import io.firedrill.prometheus.FailedEvaluation;
import io.firedrill.prometheus.PrometheusApi;
import io.firedrill.prometheus.PrometheusException;
import io.firedrill.prometheus.RemoteWrite;
import io.firedrill.prometheus.Rule;
import io.firedrill.prometheus.UnitOrder;
import io.firedrill.rig.Rig;
import io.firedrill.rig.RigFactory;
import io.firedrill.rig.RigSpec;
import io.firedrill.rig.RigSpec.Topology;
import io.firedrill.rig.Server;
import io.firedrill.verdict.FailedRule;
import io.firedrill.verdict.QueryOutcome;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;

/**
 * One run of rules and routes on a rig, step by step: feed samples, move the time, look. All
 * instants are virtual.
 *
 * <p>Methods throw {@link DrillException} where a server dies or nothing settles.
 */
public final class RigRun implements AutoCloseable {

  // Prometheus refuses samples of more than ten minutes in the future.
  private static final Duration LARGEST_FUTURE = Duration.ofMinutes(5);

  private final RunSpec spec;
  private final Rig rig;
  private final Receivers receivers;
  private final PrometheusApi prometheus;
  private final RemoteWrite remoteWrite;
  private final EvaluationSchedule schedule;
  private Instant now;
  private boolean open = true;

  private RigRun(RunSpec spec, Rig rig, RelayBridge bridge) {
    this.spec = spec;
    this.rig = rig;
    this.receivers = new Receivers(rig.clock(), bridge, AnswerPolicy.AS_USUAL);
    URI address = rig.address(Server.PROMETHEUS).orElseThrow();
    this.prometheus = PrometheusApi.at(address);
    this.remoteWrite = RemoteWrite.to(address);
    this.schedule = new EvaluationSchedule(spec.start(), spec.units());
  }

  /**
   * Boots servers and loads rules and routes. Nothing has been evaluated then.
   *
   * @throws io.firedrill.prometheus.PrometheusException if Prometheus refuses the rules
   * @throws io.firedrill.alertmanager.AlertmanagerException if Alertmanager refuses the routes
   */
  public static RigRun start(RigFactory factory, RunSpec spec) {
    RigRun run = boot(factory, spec);
    try {
      run.load();
      return run;
    } catch (RuntimeException e) {
      run.close();
      throw e;
    }
  }

  /** Boots servers and loads nothing: whoever calls it still has them, and their logs, then. */
  static RigRun boot(RigFactory factory, RunSpec spec) {
    return boot(factory, spec, RigSpec.LogLevel.INFO);
  }

  /** The same with more of Alertmanager's log. */
  static RigRun boot(RigFactory factory, RunSpec spec, RigSpec.LogLevel alertmanagerLog) {
    RelayBridge bridge = new RelayBridge();
    Topology topology =
        spec.alertmanager().isPresent()
            ? Topology.PROMETHEUS_AND_ALERTMANAGER
            : Topology.PROMETHEUS;
    RigSpec rigSpec =
        RigSpec.of(topology, PrometheusSetup.epoch(spec))
            .withProgressLimit(spec.progressLimit())
            .withAlertmanagerLog(alertmanagerLog);
    if (!spec.externalUrl().isEmpty()) {
      rigSpec = rigSpec.withPrometheusExternalUrl(spec.externalUrl());
    }
    return new RigRun(spec, factory.start(rigSpec, bridge), bridge);
  }

  /** Loads rules and routes; throws what {@link #start} throws. */
  void load() {
    PrometheusSetup setup = new PrometheusSetup(rig, prometheus, spec, schedule);
    setup.load(() -> spec.alertmanager().ifPresent(this::loadRoutes));
    now = rig.clock().now();
  }

  private void loadRoutes(AlertmanagerConfig config) {
    receivers.write(config, Server.ALERTMANAGER.configFile());
    AlertmanagerApi.at(rig.address(Server.ALERTMANAGER).orElseThrow()).reload();
  }

  /** The instants of evaluation from the start up to an end, itself included. */
  public SortedSet<Instant> evaluationsUpTo(Instant end) {
    return schedule.instantsUpTo(end);
  }

  /** The instants of evaluation after one instant and up to another. */
  SortedSet<Instant> evaluationsAfter(Instant from, Instant end) {
    return schedule.instantsUpTo(end).tailSet(from.plusNanos(1));
  }

  /** The virtual time; shortly before the start where nothing has been evaluated. */
  Instant now() {
    return now;
  }

  /** Whether the servers are still this run's. */
  boolean isOpen() {
    return open;
  }

  /** What is run. */
  RunSpec spec() {
    return spec;
  }

  /**
   * Gives samples to Prometheus. A series' samples have to come in order of time, and none may be
   * later than the next evaluation.
   */
  public void feed(List<Series> series) {
    if (series.isEmpty()) {
      return;
    }
    Instant last =
        series.stream()
            .map(s -> s.samples().get(s.samples().size() - 1).time())
            .max(Instant::compareTo)
            .orElseThrow();
    if (last.isAfter(now.plus(LARGEST_FUTURE))) {
      // Prometheus's clock is ahead by a millisecond, so that none of its rules is due yet.
      move(last.minusMillis(1));
    }
    remoteWrite.write(series);
  }

  /** Moves the time, evaluating what is due on the way, itself included. */
  public void advanceTo(Instant target) {
    for (Instant instant : evaluationsAfter(now, target)) {
      evaluate(instant);
    }
    if (target.isAfter(now)) {
      move(target);
    }
  }

  private void evaluate(Instant instant) {
    if (schedule.order() == UnitOrder.INDIFFERENT) {
      move(instant);
      return;
    }
    for (int unit : schedule.due(instant)) {
      rig.clock().setLead(Server.PROMETHEUS.program(), schedule.lead(unit));
      move(instant);
    }
  }

  private void move(Instant target) {
    try {
      rig.clock().advanceTo(target);
      now = target;
    } catch (ClockException e) {
      throw new DrillException(e.getMessage(), e.log(), e);
    }
  }

  /** Prometheus's API, for looks at this very instant. */
  public PrometheusApi prometheus() {
    return prometheus;
  }

  /** What Alertmanager says about itself now; empty where it does not run. */
  Optional<AlertmanagerView> alertmanagerView() {
    try {
      return rig.address(Server.ALERTMANAGER).map(a -> AlertmanagerApi.at(a).view());
    } catch (AlertmanagerException e) {
      if (e.status() == 0) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** When Alertmanager's log says that a time interval kept it from notifying. */
  List<Instant> mutes() {
    return AlertmanagerLog.mutes(rig.log(Server.ALERTMANAGER));
  }

  /** Evaluates an expression. */
  QueryOutcome query(String expr, Instant time) {
    try {
      return new QueryOutcome.Answer(prometheus.query(expr, time));
    } catch (PrometheusException e) {
      if (e.errorType().isEmpty()) {
        throw e;
      }
      return new QueryOutcome.Refusal(e.serverMessage());
    }
  }

  /** The states of all alerts since the start, as Prometheus has recorded them. */
  public List<AlertHistory> alertHistories() {
    return AlertHistory.read(prometheus, spec.start(), now, schedule);
  }

  /** All that has happened so far. */
  public Timeline timeline(List<AlertHistory> histories) {
    List<TimelineEvent> events = new ArrayList<>();
    histories.forEach(h -> events.addAll(h.changes()));
    for (Notification notification : receivers.sink().notifications()) {
      events.add(new TimelineEvent.Notified(notification));
    }
    events.addAll(receivers.sink().attempts());
    return new Timeline(spec.start(), now, events);
  }

  /** Each rule that could not be evaluated so far, at the first evaluation that failed. */
  List<FailedRule> failedRules() {
    SortedSet<Instant> evaluations = evaluationsUpTo(now);
    Map<Rule, FailedRule> first = new LinkedHashMap<>();
    String log = rig.log(Server.PROMETHEUS);
    for (FailedEvaluation failed : EvaluationLog.of(spec.units()).failures(log)) {
      // The clock was ahead of the evaluation's own time by up to a millisecond.
      Instant evaluation = evaluations.headSet(failed.time().plusNanos(1)).last();
      first.putIfAbsent(failed.rule(), new FailedRule(evaluation, failed.rule(), failed.message()));
    }
    return List.copyOf(first.values());
  }

  /** Requests to receivers that could not be read, for people: none, as a rule. */
  public List<String> captureProblems() {
    return receivers.sink().problems();
  }

  /** The servers of this run. */
  public Rig rig() {
    return rig;
  }

  @Override
  public void close() {
    open = false;
    rig.close();
    receivers.close();
  }
}
