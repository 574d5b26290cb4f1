package io.firedrill.engine;

import io.firedrill.alertmanager.AlertmanagerApi;
import io.firedrill.alertmanager.AlertmanagerConfig;
import io.firedrill.alertmanager.AlertmanagerException;
import io.firedrill.alertmanager.AlertmanagerLog;
import io.firedrill.alertmanager.AlertmanagerView;
import io.firedrill.model.Notification;
import io.firedrill.model.Series;
import io.firedrill.model.Timeline;
import io.firedrill.model.TimelineEvent;
import io.firedrill.prometheus.ActiveAlert;
import io.firedrill.prometheus.EvaluationUnit;
import io.firedrill.prometheus.PrometheusApi;
import io.firedrill.prometheus.Rule;
import io.firedrill.prometheus.UnitOrder;
import io.firedrill.prometheus.UnitSuccession;
import io.firedrill.relay.Relay;
import io.firedrill.rig.Rig;
import io.firedrill.rig.RigFactory;
import io.firedrill.rig.RigSpec;
import io.firedrill.rig.Server;
import io.firedrill.scenario.Action;
import io.firedrill.target.StandIns;
import io.firedrill.verdict.FailedRule;
import io.firedrill.verdict.QueryOutcome;
import io.firedrill.verdict.UncertainFlush;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * One run of rules and routes on a rig, step by step: feed samples, move the time, look. All
 * instants are virtual.
 *
 * <p>Methods throw {@link DrillException} where a server dies or nothing settles.
 */
public final class RigRun implements AutoCloseable {

  /** Prometheus refuses samples of more than ten minutes in the future. */
  static final Duration LARGEST_FUTURE = Duration.ofMinutes(5);

  private final RunSpec spec;
  private final Rig rig;
  private final ReceiverFaults faults = new ReceiverFaults();
  private final Receivers receivers;
  private final Optional<Scraping> scraping;
  private final AlertRelays alertRelays;
  private final Motion motion;
  private final List<PrometheusNode> prometheuses;
  private final Actions actions = new Actions(this, faults);
  private final Set<Server> stopped = new HashSet<>();
  private final List<EvaluationUnit> loaded;
  private final LoadedRoutes routes;
  private EvaluationSchedule schedule;
  private Instant now;
  private boolean open = true;

  private RigRun(RunSpec spec, Rig rig, Relay relay) {
    this.spec = spec;
    this.rig = rig;
    this.receivers = new Receivers(rig.clock(), relay, faults);
    this.routes = new LoadedRoutes(rig.version(Server.ALERTMANAGER));
    this.scraping = Scraping.of(spec, rig.clock(), relay);
    this.alertRelays = new AlertRelays(rig, relay);
    this.motion = new Motion(rig.clock(), scraping);
    this.prometheuses =
        servers(Server.Kind.PROMETHEUS)
            .map(s -> new PrometheusNode(s, rig.address(s).orElseThrow(), rig.patience()))
            .toList();
    this.schedule = new EvaluationSchedule(spec.start(), spec.units());
    this.loaded = new ArrayList<>(spec.units());
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
    Relay relay = new Relay();
    RigSpec rigSpec = RunRig.of(spec, alertmanagerLog);
    return new RigRun(spec, factory.start(rigSpec, relay), relay);
  }

  /** Loads rules and routes; throws what {@link #start} throws. */
  void load() {
    scraping.ifPresent(Scraping::start);
    motion.to(PrometheusSetup.epoch(spec), List.of());
    PrometheusSetup setup =
        new PrometheusSetup(rig, prometheuses, spec, schedule, scraping, alertRelays.targets());
    setup.load(() -> spec.alertmanager().ifPresent(this::load));
    scraping.ifPresent(s -> s.check(prometheus()));
    now = rig.clock().now();
  }

  /** Loads other rules in mid-run; throws what {@link #start} throws. */
  void load(List<EvaluationUnit> units) {
    List<EvaluationUnit> named = UnitSuccession.named(loaded, units);
    RunSpec changed = spec.withUnits(named);
    EvaluationSchedule next = new EvaluationSchedule(spec.start(), changed.units());
    new PrometheusSetup(rig, prometheuses, changed, next, scraping, alertRelays.targets())
        .replace();
    loaded.addAll(named);
    schedule = next;
    motion.stopForDiscovery(now);
  }

  /** Loads routes; throws what {@link #start} throws. */
  void load(AlertmanagerConfig config) {
    servers(Server.Kind.ALERTMANAGER)
        .filter(server -> !stopped.contains(server))
        .findFirst()
        .ifPresent(server -> config.check(VettingServer.alertmanager(rig, server)));
    servers(Server.Kind.ALERTMANAGER).forEach(s -> receivers.write(config, s.configFile()));
    runningAlertmanagers().forEach(AlertmanagerApi::reload);
    alertRelays.load(config);
    routes.add(now == null || now.isBefore(spec.start()) ? spec.start() : now, config);
  }

  /** The instants of evaluation from the start up to an end, itself included: made, or due. */
  public SortedSet<Instant> evaluationsUpTo(Instant end) {
    SortedSet<Instant> instants = evaluationsAfter(now, end);
    prometheuses.forEach(p -> instants.addAll(p.record().all().headSet(end.plusNanos(1))));
    return instants;
  }

  /** The instants after one and up to another at which, as things are, rules are evaluated. */
  SortedSet<Instant> evaluationsAfter(Instant from, Instant end) {
    return prometheuses.stream().anyMatch(PrometheusNode::isRunning)
        ? schedule.instantsAfter(from, end)
        : new TreeSet<>();
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
    prometheuses.forEach(p -> p.feed(series));
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
    } else {
      for (int unit : schedule.due(instant)) {
        running().forEach(p -> rig.clock().setLead(p.server().program(), schedule.lead(unit)));
        move(instant);
      }
    }
    running().forEach(p -> p.evaluated(instant, schedule));
  }

  private List<PrometheusNode> running() {
    return prometheuses.stream().filter(PrometheusNode::isRunning).toList();
  }

  private void move(Instant target) {
    advance(target);
    now = target;
  }

  private void advance(Instant target) {
    motion.to(target, running().stream().map(p -> p.server().program()).toList());
  }

  /** What Prometheus scrapes, if it does. */
  Optional<StandIns> targets() {
    return scraping.map(Scraping::targets);
  }

  /** What the exporters that are processes printed, by address. */
  Map<String, String> exporterOutputs() {
    return scraping.map(Scraping::outputs).orElse(Map.of());
  }

  /** The files that were loaded in mid-run, in order. */
  List<TestedFiles> loadedFiles() {
    return actions.loaded();
  }

  /** The routes that were loaded, the first ones included. */
  LoadedRoutes routes() {
    return routes;
  }

  /** Does something now, after all that is due; see {@link Actions#perform}. */
  void perform(Action action) {
    actions.perform(action);
  }

  /**
   * Moves past all that is due now, and not up to the next evaluation. Not even Alertmanager's
   * timers run at whole seconds, but up to some milliseconds later, as the machine wills.
   *
   * @return the clock's time
   */
  Instant pass() {
    Instant later = schedule.pauseAfter(now);
    if (!now.isBefore(spec.start()) && later.isAfter(rig.clock().now())) {
      advance(later);
    }
    return rig.clock().now();
  }

  void stop(Server server) {
    requireRunning(server);
    node(server).ifPresent(p -> p.stopping(spec.start(), now));
    stopped.add(server);
    rig.stop(server);
  }

  void startAgain(Server server) {
    if (!stopped.remove(server)) {
      throw new IllegalStateException(server + " runs already");
    }
    rig.start(server);
    alertRelays.restart(server);
    node(server).ifPresent(p -> p.started(now, schedule));
    motion.stopForDiscovery(now);
  }

  void reload(Server server) {
    requireRunning(server);
    if (server.kind() == Server.Kind.PROMETHEUS) {
      node(server).orElseThrow().api().reload();
      motion.stopForDiscovery(now);
    } else {
      alertRelays.reload(server);
      alertmanager(server).reload();
    }
  }

  private Stream<Server> servers(Server.Kind kind) {
    return rig.servers().stream().filter(server -> server.kind() == kind);
  }

  /** The APIs of the Alertmanagers that run. */
  List<AlertmanagerApi> runningAlertmanagers() {
    return servers(Server.Kind.ALERTMANAGER)
        .filter(s -> !stopped.contains(s))
        .map(this::alertmanager)
        .toList();
  }

  private AlertmanagerApi alertmanager(Server server) {
    return AlertmanagerApi.at(rig.address(server).orElseThrow(), rig.patience()::now);
  }

  private void requireRunning(Server server) {
    if (stopped.contains(server)) {
      throw new IllegalStateException(server + " does not run");
    }
  }

  private Optional<PrometheusNode> node(Server server) {
    return prometheuses.stream().filter(p -> p.server().equals(server)).findFirst();
  }

  /** The API of a Prometheus that runs, for looks at this very instant. */
  public PrometheusApi prometheus() {
    return running().stream().findFirst().orElse(prometheuses.get(0)).api();
  }

  /** The alerts that are pending or firing; none where no Prometheus runs. */
  List<ActiveAlert> activeAlerts() {
    return running().isEmpty() ? List.of() : prometheus().alerts();
  }

  /** What Alertmanager says about itself now; empty where it does not run. */
  Optional<AlertmanagerView> alertmanagerView() {
    try {
      return rig.address(Server.ALERTMANAGER).map(any -> alertmanager(Server.ALERTMANAGER).view());
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

  /** Whether a Prometheus runs that could be asked. */
  boolean isAnswering() {
    return !running().isEmpty();
  }

  /** Evaluates an expression. */
  QueryOutcome query(String expr, Instant time) {
    return running().stream()
        .findFirst()
        .map(p -> p.query(expr, time))
        .orElse(new QueryOutcome.Refusal("no Prometheus runs that could be asked"));
  }

  /**
   * The states of all alerts since the start, as Prometheus has recorded them.
   *
   * @throws DrillException if a server is not at the virtual time: what it did says nothing then
   */
  public List<AlertHistory> alertHistories() {
    ServerClocks.requireVirtualTime(rig, stopped);
    return AlertHistory.merge(
        prometheuses.stream().map(p -> p.histories(spec.start(), now)).toList());
  }

  /** All that has happened so far. */
  public Timeline timeline(List<AlertHistory> histories) {
    List<TimelineEvent> events = new ArrayList<>(actions.done());
    histories.forEach(h -> events.addAll(h.changes()));
    for (Notification notification : receivers.sink().notifications()) {
      events.add(new TimelineEvent.Notified(notification));
    }
    events.addAll(receivers.sink().attempts());
    return new Timeline(spec.start(), now, events);
  }

  /** The groups whose first flush is at one of two instants, as far as they notified somebody. */
  List<UncertainFlush> uncertain(Timeline timeline) {
    return alertRelays.uncertain(now).stream().filter(f -> f.shows(timeline)).toList();
  }

  /** The same beside what may have happened as well. */
  Timeline besideOthers(Timeline timeline) {
    return timeline.beside(
        alertRelays.uncertain(now).stream().flatMap(f -> f.possible(timeline).stream()).toList());
  }

  /** Each rule that could not be evaluated so far, at the first evaluation that failed. */
  List<FailedRule> failedRules() {
    Map<Rule, FailedRule> first = new LinkedHashMap<>();
    for (PrometheusNode node : prometheuses) {
      node.record().failures(rig.log(node.server())).forEach(first::putIfAbsent);
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
    scraping.ifPresent(Scraping::close);
  }
}
