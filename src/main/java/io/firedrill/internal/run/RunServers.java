package io.firedrill.internal.run;

import io.firedrill.internal.alertmanager.AlertmanagerApi;
import io.firedrill.internal.alertmanager.AlertmanagerConfig;
import io.firedrill.internal.alertmanager.AlertmanagerException;
import io.firedrill.internal.alertmanager.AlertmanagerView;
import io.firedrill.internal.alertmanager.DispatchLog;
import io.firedrill.internal.alertmanager.RecordedEvents;
import io.firedrill.internal.capture.CaptureSink;
import io.firedrill.internal.explain.NotificationLog;
import io.firedrill.internal.explain.ServerRecord;
import io.firedrill.internal.prometheus.ActiveAlert;
import io.firedrill.internal.prometheus.PrometheusApi;
import io.firedrill.internal.prometheus.Rule;
import io.firedrill.internal.relay.Relay;
import io.firedrill.internal.rig.Rig;
import io.firedrill.internal.rig.RigSpec;
import io.firedrill.internal.rig.Server;
import io.firedrill.internal.settings.ServerFlags;
import io.firedrill.internal.timeline.RunTimeline;
import io.firedrill.internal.verdict.FailedRule;
import io.firedrill.internal.verdict.QueryOutcome;
import io.firedrill.internal.verdict.UncertainFlush;
import io.firedrill.model.Labels;
import io.firedrill.model.Series;
import io.firedrill.model.Timeline;
import io.firedrill.model.TimelineEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** The servers of a run: their input, their state, and their results. */
public final class RunServers {

  private final Rig rig;
  private final Receivers receivers;
  private final AlertRelays alertRelays;
  private final Instant started;
  private final NotificationLog memory;
  private final List<PrometheusNode> prometheuses;
  private final Set<Server> stopped = new HashSet<>();
  private final NavigableMap<Instant, Boolean> prometheusRuns = new TreeMap<>();

  RunServers(
      Rig rig,
      Relay relay,
      ReceiverFaults faults,
      RigSpec.LogLevel alertmanagerLog,
      ServerFlags flags,
      AlertTap tap) {
    this.rig = rig;
    this.started = rig.clock().now();
    this.memory = NotificationLog.of(flags);
    this.receivers = new Receivers(rig.clock(), relay, faults);
    this.alertRelays = new AlertRelays(rig, relay, alertmanagerLog, flags, tap);
    this.prometheuses =
        servers(Server.Kind.PROMETHEUS)
            .map(s -> new PrometheusNode(s, rig.address(s).orElseThrow(), rig.patience()))
            .toList();
  }

  /** The rig of the servers. */
  public Rig rig() {
    return rig;
  }

  private Stream<Server> servers(Server.Kind kind) {
    return rig.servers().stream().filter(server -> server.kind() == kind);
  }

  /** The server with a name such as {@code prometheus-2}. */
  Server named(String name) {
    return rig.servers().stream()
        .filter(server -> server.program().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("the run has no " + name));
  }

  /** All Prometheus servers, running or not. */
  List<PrometheusNode> prometheuses() {
    return prometheuses;
  }

  /** The running Prometheus servers. */
  List<PrometheusNode> running() {
    return prometheuses.stream().filter(PrometheusNode::isRunning).toList();
  }

  /** Whether there is a running Prometheus. */
  public boolean isAnswering() {
    return !running().isEmpty();
  }

  /** The API of a running Prometheus. */
  public PrometheusApi prometheus() {
    return running().stream().findFirst().orElse(prometheuses.get(0)).api();
  }

  /** Sends samples to every running Prometheus. */
  void feed(List<Series> series) {
    prometheuses.forEach(p -> p.feed(series));
  }

  /** Sends samples that arrive late to every running Prometheus, and notes those it refuses. */
  void feedLate(List<Series> series, LateFeed late) {
    prometheuses.forEach(p -> p.feedLate(series, late));
  }

  /** The alerts that are pending or firing; empty if no Prometheus runs. */
  public List<ActiveAlert> activeAlerts() {
    return isAnswering() ? prometheus().alerts() : List.of();
  }

  /** Evaluates an expression. */
  public QueryOutcome query(String expr, Instant time) {
    return ask(p -> p.query(expr, time));
  }

  /** Evaluates an expression at several instants. */
  QueryOutcome queryRange(String expr, Instant from, Instant to, Duration step) {
    return ask(p -> p.queryRange(expr, from, to, step));
  }

  private QueryOutcome ask(Function<PrometheusNode, QueryOutcome> question) {
    return running().stream()
        .findFirst()
        .map(question)
        .orElse(new QueryOutcome.Refusal("no running Prometheus can be queried"));
  }

  /**
   * The states of all alerts from a start to an end, as recorded by Prometheus.
   *
   * @throws DrillException if a server's clock differs from the virtual time, which makes its
   *     results meaningless
   */
  List<AlertHistory> alertHistories(Instant start, Instant end) {
    ServerClocks.requireVirtualTime(rig, stopped);
    return AlertHistory.merge(prometheuses.stream().map(p -> p.histories(start, end)).toList());
  }

  /** Each rule that could not be evaluated so far, at the first evaluation that failed. */
  public List<FailedRule> failedRules() {
    Map<Rule, FailedRule> first = new LinkedHashMap<>();
    for (PrometheusNode node : prometheuses) {
      node.record().failures(rig.log(node.server())).forEach(first::putIfAbsent);
    }
    return List.copyOf(first.values());
  }

  /** When the rules with a name were evaluated. */
  Set<Instant> evaluationsOf(String alertname) {
    Set<Instant> all = new TreeSet<>();
    Labels alert = Labels.of(Labels.ALERT_NAME, alertname);
    prometheuses.forEach(p -> all.addAll(p.record().of(p.record().origin(alert))));
    return all;
  }

  /** Loads routes. */
  void load(AlertmanagerConfig config) {
    servers(Server.Kind.ALERTMANAGER)
        .filter(server -> !stopped.contains(server))
        .findFirst()
        .ifPresent(server -> config.check(VettingServer.alertmanager(rig, server)));
    servers(Server.Kind.ALERTMANAGER)
        .forEach(s -> receivers.write(config, s.configFile(), rig.eventFile(s)));
    runningAlertmanagers().forEach(AlertmanagerApi::reload);
    alertRelays.load(config);
  }

  /** Sends alerts to the Alertmanagers now, as a Prometheus would. */
  void send(String alerts) {
    alertRelays.send(alerts);
  }

  /** Host and port of each Alertmanager that alerts are sent to. */
  List<String> alertTargets() {
    return alertRelays.targets();
  }

  /** The APIs of the running Alertmanagers. */
  List<AlertmanagerApi> runningAlertmanagers() {
    return servers(Server.Kind.ALERTMANAGER)
        .filter(s -> !stopped.contains(s))
        .map(this::alertmanager)
        .toList();
  }

  private AlertmanagerApi alertmanager(Server server) {
    return AlertmanagerApi.at(rig.address(server).orElseThrow(), rig.patience()::now);
  }

  /** The state of Alertmanager now; empty if none is running. */
  public Optional<AlertmanagerView> alertmanagerView() {
    try {
      return runningAlertmanagers().stream().findFirst().map(AlertmanagerApi::view);
    } catch (AlertmanagerException e) {
      if (e.status() == 0) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** Of several Alertmanagers, the first that is running: all of them flush all groups. */
  private Server witness() {
    return servers(Server.Kind.ALERTMANAGER)
        .filter(server -> !stopped.contains(server))
        .findFirst()
        .orElse(Server.ALERTMANAGER);
  }

  /** What the servers did. */
  public ServerRecord record() {
    Server alertmanager = witness();
    return new ServerRecord(
        alertRelays.received(alertmanager),
        DispatchLog.read(rig.log(alertmanager), started),
        rig.events(alertmanager).map(RecordedEvents::read),
        alertmanagerView().map(AlertmanagerView::silences).orElse(List.of()),
        memory,
        prometheusRuns);
  }

  /** What Alertmanager failed to do so far, for a timeline that begins at an instant. */
  List<TimelineEvent> alertmanagerTrouble(Instant start) {
    List<String> logs = servers(Server.Kind.ALERTMANAGER).map(rig::log).toList();
    return new AlertmanagerTrouble(receivers.sink(), start).events(logs);
  }

  /** The groups with notifications whose first flush may be at either of two instants. */
  public List<UncertainFlush> uncertain(Timeline timeline, Instant now) {
    return alertRelays.uncertain(now).stream().filter(f -> f.shows(timeline)).toList();
  }

  /** A timeline with its equally possible alternatives. */
  public Timeline besideOthers(Timeline timeline, Instant now) {
    return RunTimeline.beside(
        timeline,
        alertRelays.uncertain(now).stream().flatMap(f -> f.possible(timeline).stream()).toList());
  }

  /** Requests to receivers that could not be decoded, as text; usually none. */
  public List<String> captureProblems() {
    return receivers.sink().problems();
  }

  /** The captured requests to receivers. */
  CaptureSink receivers() {
    return receivers.sink();
  }

  void stop(Server server, Instant start, Instant now) {
    requireRunning(server);
    node(server).ifPresent(p -> p.stopping(start, now));
    stopped.add(server);
    note(now);
    rig.stop(server);
  }

  void start(Server server, Instant now, EvaluationSchedule schedule) {
    if (!stopped.remove(server)) {
      throw new IllegalStateException(server + " is already running");
    }
    rig.start(server);
    note(now);
    alertRelays.restart(server);
    node(server).ifPresent(p -> p.started(now, schedule));
  }

  private void note(Instant now) {
    boolean runs = servers(Server.Kind.PROMETHEUS).anyMatch(server -> !stopped.contains(server));
    boolean ran = prometheusRuns.isEmpty() || prometheusRuns.lastEntry().getValue();
    if (runs != ran) {
      prometheusRuns.put(now, runs);
    }
  }

  void reload(Server server) {
    requireRunning(server);
    if (server.kind() == Server.Kind.PROMETHEUS) {
      node(server).orElseThrow().api().reload();
    } else {
      alertRelays.reload(server);
      alertmanager(server).reload();
    }
  }

  private void requireRunning(Server server) {
    if (stopped.contains(server)) {
      throw new IllegalStateException(server + " is not running");
    }
  }

  private Optional<PrometheusNode> node(Server server) {
    return prometheuses.stream().filter(p -> p.server().equals(server)).findFirst();
  }

  void close() {
    rig.close();
    receivers.close();
  }
}
