package io.firedrill.internal.run;

import io.firedrill.internal.clock.VirtualClock;
import io.firedrill.internal.prometheus.EvaluationUnit;
import io.firedrill.internal.prometheus.GroupAlignment;
import io.firedrill.internal.prometheus.HashProbe;
import io.firedrill.internal.prometheus.LabelHash;
import io.firedrill.internal.prometheus.PrometheusApi;
import io.firedrill.internal.prometheus.PrometheusConfig;
import io.firedrill.internal.prometheus.PrometheusException;
import io.firedrill.internal.prometheus.ReloadPlan;
import io.firedrill.internal.prometheus.RuleErrors;
import io.firedrill.internal.prometheus.RuleGroup;
import io.firedrill.internal.rig.Rig;
import io.firedrill.internal.rig.Server;
import io.firedrill.internal.scenario.Replicas;
import io.firedrill.model.Labels;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Loads rules into a freshly booted Prometheus so that the first evaluation of each unit is at the
 * start.
 */
final class PrometheusSetup {

  private static final Duration PROBE_STEP = HashProbe.INTERVAL.dividedBy(20);
  private static final Duration PROBE_TIME = HashProbe.INTERVAL.multipliedBy(3);
  private static final Duration BEFORE_START = Duration.ofSeconds(1);

  // One probe per build: by version and origin of the server.
  private static final Map<String, LabelHash> HASHES = new ConcurrentHashMap<>();

  private final Rig rig;
  private final List<PrometheusNode> nodes;
  private final RunSpec spec;
  private final EvaluationSchedule schedule;
  private final Optional<Scraping> scraping;
  private final List<String> alertmanagers;

  /**
   * @param alertmanagers host and port of each Alertmanager that alerts are sent to
   */
  PrometheusSetup(
      Rig rig,
      List<PrometheusNode> nodes,
      RunSpec spec,
      EvaluationSchedule schedule,
      Optional<Scraping> scraping,
      List<String> alertmanagers) {
    this.alertmanagers = alertmanagers;
    this.scraping = scraping;
    this.rig = rig;
    this.nodes = nodes;
    this.spec = spec;
    this.schedule = schedule;
  }

  /** The time at which a rig must start: just before its rules are loaded. */
  static Instant epoch(RunSpec spec) {
    Duration before = PROBE_TIME.plus(PROBE_TIME).plus(Scraping.warmUp(spec));
    if (spec.units().isEmpty()) {
      return spec.start().minus(before);
    }
    ReloadPlan plan = plan(spec);
    return AlertmanagerDiscovery.after(plan).bootNotAfter(plan.firstReload().minus(before));
  }

  /** The time at which the first rules and the routes are loaded. */
  static Instant firstLoad(RunSpec spec) {
    return spec.units().isEmpty() ? epoch(spec) : plan(spec).firstReload();
  }

  private static ReloadPlan plan(RunSpec spec) {
    return ReloadPlan.of(
        spec.start(), spec.units().stream().map(EvaluationUnit::interval).toList());
  }

  /** Loads everything, which ends shortly before the start. */
  void load(Runnable atFirstStage) {
    VirtualClock clock = rig.clock();
    PrometheusNode judge = nodes.get(0);
    scraping.ifPresent(
        s -> s.config().check(VettingServer.prometheus(rig, judge.server(), judge.api())));
    LabelHash hash = HASHES.computeIfAbsent(rig.description(), any -> probe());
    scraping.ifPresent(
        s -> {
          s.expect(rig.version(nodes.get(0).server()), this::externalLabels, hash);
          // The same time, whether or not this run had to find the hash.
          clock.leapTo(Scraping.loading(spec));
        });
    if (spec.units().isEmpty() || scraping.isPresent()) {
      writeConfiguration(List.of());
      scraping.ifPresent(s -> nodes.forEach(node -> s.loading(node.server())));
      reload(Map.of());
    }
    if (spec.units().isEmpty()) {
      moveTo(scraping.isPresent() ? spec.start().minus(BEFORE_START) : clock.now());
      atFirstStage.run();
      return;
    }
    ReloadPlan plan = plan(spec);
    Map<String, EvaluationUnit> files = new LinkedHashMap<>();
    for (ReloadPlan.Stage stage : plan.stages()) {
      moveTo(stage.at());
      for (int i = 0; i < spec.units().size(); i++) {
        if (stage.intervals().contains(spec.units().get(i).interval())) {
          files.put(writeUnit(i, hash), spec.units().get(i));
        }
      }
      writeConfiguration(List.copyOf(files.keySet()));
      reload(files);
      if (stage == plan.stages().get(0)) {
        atFirstStage.run();
      }
    }
    AlertmanagerDiscovery discovery = AlertmanagerDiscovery.after(plan);
    for (PrometheusNode node : nodes) {
      discovery.await(clock, node.api(), alertmanagers.size());
    }
  }

  /** Runs through the scrapes up to an instant; without scrapes, leaps there. */
  private void moveTo(Instant instant) {
    scraping.ifPresent(s -> s.runUpTo(instant, nodes));
    rig.clock().leapTo(instant);
  }

  /** Replaces the rules during the run: each is evaluated when it is due next. */
  void replace() {
    LabelHash hash = HASHES.get(rig.description());
    Map<String, EvaluationUnit> files = new LinkedHashMap<>();
    for (int i = 0; i < spec.units().size(); i++) {
      files.put(writeUnit(i, hash), spec.units().get(i));
    }
    writeConfiguration(List.copyOf(files.keySet()));
    reload(files);
  }

  private void reload(Map<String, EvaluationUnit> files) {
    nodes.stream().filter(PrometheusNode::isRunning).forEach(node -> reload(node, files));
  }

  private void reload(PrometheusNode node, Map<String, EvaluationUnit> files) {
    try {
      node.api().reload();
    } catch (PrometheusException e) {
      List<RuleGroup> groups = spec.units().stream().flatMap(u -> u.groups().stream()).toList();
      RuleErrors.checkExpressions(node.api(), groups);
      throw RuleErrors.of(files)
          .explain(rig.log(node.server()))
          .<RuntimeException>map(problem -> problem)
          .orElse(e);
    }
  }

  private String writeUnit(int index, LabelHash hash) {
    EvaluationUnit unit = spec.units().get(index);
    String path =
        GroupAlignment.to(hash, spec.start())
            .path(unit.group(), unit.interval(), schedule.slot(index));
    write(path, unit.fileText());
    return path;
  }

  private void writeConfiguration(List<String> ruleFiles) {
    for (PrometheusNode node : nodes) {
      PrometheusConfig config =
          new PrometheusConfig(
              spec.options().evaluationInterval(),
              externalLabels(node.server()),
              droppedLabel(),
              ruleFiles,
              alertmanagers);
      String text =
          scraping
              .map(s -> config.text(s.sections(rig.version(node.server()))))
              .orElseGet(config::text);
      write(node.server().configFile(), text);
    }
  }

  private Optional<String> droppedLabel() {
    Replicas replicas = spec.options().replicas();
    return nodes.size() > 1 && replicas.use() == Replicas.LabelUse.DROPPED
        ? Optional.of(replicas.label())
        : Optional.empty();
  }

  private Labels externalLabels(Server server) {
    return nodes.size() == 1
        ? spec.options().externalLabels()
        : spec.options().externalLabels().with(spec.options().replicas().label(), server.program());
  }

  private void write(String path, String content) {
    rig.clock().write(path, content.getBytes(StandardCharsets.UTF_8));
  }

  private LabelHash probe() {
    write(HashProbe.PATH, HashProbe.ruleFile());
    writeConfiguration(List.of(HashProbe.PATH));
    reload(Map.of());
    PrometheusApi api = nodes.get(0).api();
    Instant epoch = epoch(spec);
    Instant limit = epoch.plus(PROBE_TIME);
    for (Instant t = epoch; t.isBefore(limit); t = t.plus(PROBE_STEP)) {
      rig.clock().advanceTo(t);
      Optional<LabelHash> hash = HashProbe.read(api.rules());
      if (hash.isPresent()) {
        return hash.get();
      }
    }
    throw new DrillException(
        "cannot predict when " + rig.description() + " evaluates its rule groups", "");
  }
}
