package io.firedrill.internal.run;

import io.firedrill.internal.alertmanager.AlertmanagerConfig;
import io.firedrill.internal.coverage.Samples;
import io.firedrill.internal.prometheus.EvaluationUnit;
import io.firedrill.internal.prometheus.Rule;
import io.firedrill.internal.prometheus.UnitOrder;
import io.firedrill.internal.prometheus.UnitSuccession;
import io.firedrill.internal.relay.Relay;
import io.firedrill.internal.rig.Rig;
import io.firedrill.internal.rig.RigException;
import io.firedrill.internal.rig.RigFactory;
import io.firedrill.internal.rig.RigSpec;
import io.firedrill.internal.rig.Server;
import io.firedrill.internal.scenario.Action;
import io.firedrill.internal.scenario.LateSample;
import io.firedrill.internal.settings.RefusedFlags;
import io.firedrill.internal.target.StandIns;
import io.firedrill.internal.timeline.RunTimeline;
import io.firedrill.internal.verdict.Observed;
import io.firedrill.model.Labels;
import io.firedrill.model.Sample;
import io.firedrill.model.Series;
import io.firedrill.model.Timeline;
import io.firedrill.model.TimelineEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * One run of rules and routes on real servers. Feed samples, plan actions, move the time, and
 * observe. At each instant, the order is: samples, evaluations and Alertmanager's reactions, the
 * observer of evaluations, planned actions. So results do not depend on where the caller stops in
 * between. All instants are virtual.
 *
 * <p>Methods throw {@link io.firedrill.model.ServerFailure} if a server dies or does not settle.
 */
public final class Run implements AutoCloseable {

  /** Prometheus refuses samples more than ten minutes in the future. */
  static final Duration LARGEST_FUTURE = Duration.ofMinutes(5);

  private final RunSpec spec;
  private final RunServers servers;
  private final Optional<Scraping> scraping;
  private final Motion motion;
  private final Actions actions;
  private final List<EvaluationUnit> loaded;
  private final LoadedRoutes routes;
  private final SampleFeed feed = new SampleFeed();
  private final LateFeed late = new LateFeed();
  private final NavigableMap<Instant, List<Runnable>> planned = new TreeMap<>();
  private Consumer<Instant> atEvaluations = evaluation -> {};
  private FeedAhead ahead = FeedAhead.ONE_EVALUATION;
  private Instant fed = Instant.MIN;
  private EvaluationSchedule schedule;
  private Instant now;
  private boolean open = true;

  private Run(RunSpec spec, Rig rig, Relay relay, RigSpec.LogLevel alertmanagerLog) {
    ReceiverFaults faults = new ReceiverFaults();
    this.spec = spec;
    this.servers =
        new RunServers(rig, relay, faults, alertmanagerLog, spec.options().flags(), spec.tap());
    this.actions = new Actions(this, faults);
    this.routes = new LoadedRoutes(rig.version(Server.ALERTMANAGER));
    this.scraping = Scraping.of(spec, rig, relay);
    this.motion = new Motion(rig.clock(), scraping);
    this.schedule = new EvaluationSchedule(spec.start(), spec.units());
    this.loaded = new ArrayList<>(spec.units());
  }

  /**
   * Starts servers and loads rules and routes, without evaluating anything yet.
   *
   * @throws io.firedrill.internal.prometheus.PrometheusException if Prometheus refuses the rules
   * @throws io.firedrill.internal.alertmanager.AlertmanagerException if Alertmanager refuses the
   *     routes
   */
  public static Run start(RigFactory factory, RunSpec spec) {
    Run run = boot(factory, spec);
    try {
      run.load();
      return run;
    } catch (RuntimeException e) {
      run.close();
      throw e;
    }
  }

  /**
   * Starts servers without loading anything, so that the caller can read their logs if loading
   * fails.
   */
  public static Run boot(RigFactory factory, RunSpec spec) {
    return boot(factory, spec, RigSpec.LogLevel.INFO);
  }

  /** The same with this log level of Alertmanager. */
  public static Run boot(RigFactory factory, RunSpec spec, RigSpec.LogLevel alertmanagerLog) {
    Relay relay = new Relay();
    return new Run(spec, rig(factory, spec, relay, alertmanagerLog), relay, alertmanagerLog);
  }

  private static Rig rig(
      RigFactory factory, RunSpec spec, Relay relay, RigSpec.LogLevel alertmanagerLog) {
    try {
      return factory.start(RunRig.of(spec, alertmanagerLog), relay);
    } catch (RigException e) {
      throw RefusedFlags.find(e.getMessage(), spec.options().flags()).orElse(e);
    }
  }

  /**
   * Starts an Alertmanager without Prometheus, whose alerts are those that are sent with {@link
   * #send}. It starts and loads its routes at the same times as otherwise.
   */
  public static Run bootWithoutPrometheus(RigFactory factory, RunSpec spec) {
    Relay relay = new Relay();
    Rig rig = factory.start(RunRig.withoutPrometheus(spec), relay);
    return new Run(spec.withScraping(Optional.empty()), rig, relay, RigSpec.LogLevel.INFO);
  }

  /** Sends alerts to Alertmanager now. */
  public void send(String alerts) {
    servers.send(alerts);
  }

  /** Loads rules and routes; throws what {@link #start} throws. */
  public void load() {
    if (servers.prometheuses().isEmpty()) {
      motion.to(PrometheusSetup.firstLoad(spec), List.of());
      spec.alertmanager().ifPresent(this::load);
      now = servers.rig().clock().now();
      return;
    }
    scraping.ifPresent(Scraping::start);
    motion.to(PrometheusSetup.epoch(spec), List.of());
    setup(spec, schedule).load(() -> spec.alertmanager().ifPresent(this::load));
    scraping.ifPresent(s -> s.check(servers.prometheus()));
    now = servers.rig().clock().now();
  }

  /** Loads other rules during the run; throws what {@link #start} throws. */
  public void load(List<EvaluationUnit> units) {
    List<EvaluationUnit> named = UnitSuccession.named(loaded, units);
    RunSpec changed = spec.withUnits(named);
    EvaluationSchedule next = new EvaluationSchedule(spec.start(), changed.units());
    setup(changed, next).replace();
    scraping.ifPresent(Scraping::reloaded);
    loaded.addAll(named);
    schedule = next;
    motion.stopForDiscovery(now);
  }

  private PrometheusSetup setup(RunSpec what, EvaluationSchedule when) {
    return new PrometheusSetup(
        servers.rig(), servers.prometheuses(), what, when, scraping, servers.alertTargets());
  }

  /** Loads routes; throws what {@link #start} throws. */
  public void load(AlertmanagerConfig config) {
    servers.load(config);
    routes.add(hasBegun() ? now : spec.start(), config);
  }

  /** The specification of the run. */
  public RunSpec spec() {
    return spec;
  }

  /** The servers of the run. */
  public RunServers servers() {
    return servers;
  }

  /** Whether the run still has its servers. */
  public boolean isOpen() {
    return open;
  }

  /** The virtual time; shortly before the start if nothing has been evaluated. */
  public Instant now() {
    return now;
  }

  /** Whether the evaluation at the start took place. */
  public boolean hasBegun() {
    return now != null && !now.isBefore(spec.start());
  }

  /** Feeds samples at their time; see {@link SampleFeed#add}. */
  public void feed(Labels labels, Iterator<Sample> samples) {
    feed.add(labels, samples);
  }

  /** Feeds samples that arrive late; those that Prometheus then refuses are dropped. */
  public void feedLate(Labels labels, List<LateSample> samples) {
    late.add(labels, samples);
  }

  /** The late samples that Prometheus refused, by series. */
  public Map<Labels, DroppedSamples> droppedSamples() {
    return late.dropped();
  }

  /** Allows samples to be fed early, if no evaluation can see them. */
  public void feedAhead(FeedAhead distance) {
    ahead = distance;
  }

  /** Feeds the samples up to an instant before the start. */
  public void feedHistory(Instant instant) {
    give(instant);
  }

  /**
   * Runs an action at an instant, after everything else at that instant, in the order of the calls.
   */
  public void plan(Instant at, Runnable action) {
    planned.computeIfAbsent(at, any -> new ArrayList<>()).add(action);
  }

  /** Calls this after each evaluation, with its instant. */
  public void observeEvaluations(Consumer<Instant> observer) {
    atEvaluations = observer;
  }

  /** Moves to an instant, inclusive. */
  public void runTo(Instant end) {
    NavigableSet<Instant> due = evaluationsAfter(now, end);
    for (Instant stop = first(due, end); stop != null; stop = first(due, end)) {
      feedUpTo(stop, end);
      if (due.remove(stop)) {
        evaluate(stop);
        atEvaluations.accept(stop);
      } else {
        moveTo(stop);
      }
      List<Runnable> actionsNow = planned.remove(stop);
      if (actionsNow != null) {
        actionsNow.forEach(Runnable::run);
        due = evaluationsAfter(now, end); // Servers may have been stopped, or rules loaded.
      }
    }
    feedUpTo(end, end);
    moveTo(end);
  }

  private Instant first(NavigableSet<Instant> due, Instant end) {
    Instant action = planned.isEmpty() ? null : planned.firstKey();
    if (action == null || action.isAfter(end)) {
      return due.isEmpty() ? null : due.first();
    }
    return due.isEmpty() || action.isBefore(due.first()) ? action : due.first();
  }

  private void feedUpTo(Instant instant, Instant end) {
    if (fed.isBefore(instant)) {
      fed = ahead.from(now, instant, end);
      give(fed);
    }
    give(late.takeArrived(instant), series -> servers.feedLate(series, late));
  }

  private void moveTo(Instant instant) {
    if (instant.isAfter(now)) {
      move(instant);
    }
  }

  /** Sends the samples up to an instant to Prometheus. */
  private void give(Instant instant) {
    give(feed.takeUpTo(instant), servers::feed);
  }

  private void give(List<Series> series, Consumer<List<Series>> server) {
    if (series.isEmpty()) {
      return;
    }
    Instant last =
        series.stream()
            .flatMap(s -> s.samples().stream().map(Sample::time))
            .max(Instant::compareTo)
            .orElseThrow();
    if (last.isAfter(now.plus(LARGEST_FUTURE))) {
      move(last.minus(Scraping.BEFORE_EVALUATION));
    }
    server.accept(series);
  }

  private void evaluate(Instant instant) {
    if (schedule.order() == UnitOrder.INDIFFERENT) {
      move(instant);
    } else {
      for (int unit : schedule.due(instant)) {
        Duration lead = schedule.lead(unit);
        programs().forEach(p -> servers.rig().clock().setLead(p, lead));
        move(instant);
      }
    }
    servers.running().forEach(p -> p.evaluated(instant, schedule));
  }

  private void move(Instant target) {
    motion.to(target, servers.running());
    now = target;
  }

  private List<String> programs() {
    return servers.running().stream().map(p -> p.server().program()).toList();
  }

  /**
   * Moves past everything that is due now, but not to the next evaluation: Alertmanager's timers
   * run up to some milliseconds after whole seconds.
   *
   * @return the clock's time
   */
  Instant pass() {
    Instant later = schedule.pauseAfter(now);
    if (hasBegun() && later.isAfter(servers.rig().clock().now())) {
      motion.to(later, servers.running());
    }
    return servers.rig().clock().now();
  }

  /** The instants of evaluation from the start up to an end, inclusive: past and future ones. */
  public SortedSet<Instant> evaluationsUpTo(Instant end) {
    SortedSet<Instant> instants = evaluationsAfter(now, end);
    servers
        .prometheuses()
        .forEach(p -> instants.addAll(p.record().all().headSet(end.plusNanos(1))));
    return instants;
  }

  /**
   * The instants at which the current rules are evaluated, after {@code from} up to {@code end}.
   */
  public NavigableSet<Instant> evaluationsAfter(Instant from, Instant end) {
    return servers.isAnswering()
        ? new TreeSet<>(schedule.instantsAfter(from, end))
        : new TreeSet<>();
  }

  /** Performs an action now, after everything that is due; see {@link Actions#perform}. */
  public void perform(Action action) {
    actions.perform(action);
  }

  void stop(Server server) {
    servers.stop(server, spec.start(), now);
  }

  void startAgain(Server server) {
    servers.start(server, now, schedule);
    if (server.kind() == Server.Kind.PROMETHEUS) {
      scraping.ifPresent(s -> s.loading(server));
    }
    motion.stopForDiscovery(now);
  }

  void reload(Server server) {
    servers.reload(server);
    if (server.kind() == Server.Kind.PROMETHEUS) {
      scraping.ifPresent(Scraping::reloaded);
      motion.stopForDiscovery(now);
    }
  }

  /** The targets that Prometheus scrapes, if it does. */
  Optional<StandIns> targets() {
    return scraping.map(Scraping::targets);
  }

  /** The output of exporters that are processes, by address. */
  Map<String, String> exporterOutputs() {
    return scraping.map(Scraping::outputs).orElse(Map.of());
  }

  /** The files that the run began with, and those that were loaded during it, in order. */
  public List<TestedFiles> files() {
    return Stream.concat(Stream.of(spec.tested()), loadedFiles().stream()).toList();
  }

  /** All rules of {@link #files}. */
  public List<Rule> rules() {
    return files().stream()
        .flatMap(files -> files.groups().stream())
        .flatMap(group -> group.rules().stream())
        .toList();
  }

  /** The files that were loaded during the run, in order. */
  List<TestedFiles> loadedFiles() {
    return actions.loaded();
  }

  /** The routes that were loaded, including the first ones. */
  public LoadedRoutes routes() {
    return routes;
  }

  /**
   * The states of all alerts since the start.
   *
   * @throws DrillException if a server's clock differs from the virtual time, which makes its
   *     results meaningless
   */
  public List<AlertHistory> alertHistories() {
    return servers.alertHistories(spec.start(), now);
  }

  /** All events so far. */
  public Timeline timeline(List<AlertHistory> histories) {
    List<TimelineEvent> events = new ArrayList<>(actions.done());
    histories.forEach(h -> events.addAll(h.changes()));
    servers
        .receivers()
        .notifications()
        .forEach(notification -> events.add(new TimelineEvent.Notified(notification)));
    events.addAll(servers.receivers().attempts());
    events.addAll(servers.alertmanagerTrouble(spec.start()));
    return new RunTimeline(spec.start(), now, events);
  }

  /** Everything that was observed so far, except the results of a scenario's own queries. */
  public Observed observed(List<AlertHistory> histories) {
    SortedSet<Instant> evaluations = evaluationsUpTo(now);
    return new Observed(
        timeline(histories),
        List.copyOf(evaluations),
        Map.of(),
        Map.of(),
        histories.stream().map(h -> h.presence(evaluations)).toList(),
        TestedFiles.alertNames(files()),
        TestedFiles.receivers(files()),
        servers.failedRules(),
        servers::evaluationsOf);
  }

  /** What Prometheus has in store, up to now. */
  public Samples samples() {
    return new PrometheusSamples(this);
  }

  @Override
  public void close() {
    open = false;
    servers.close();
    scraping.ifPresent(Scraping::close);
  }
}
