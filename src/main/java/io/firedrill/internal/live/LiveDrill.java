package io.firedrill.internal.live;

import io.firedrill.drill.Drill;
import io.firedrill.drill.DrillCondition;
import io.firedrill.internal.alertmanager.AlertmanagerException;
import io.firedrill.internal.alertmanager.RouteErrors;
import io.firedrill.internal.coverage.CoverageResult;
import io.firedrill.internal.prometheus.ActiveAlert;
import io.firedrill.internal.prometheus.EvaluationUnit;
import io.firedrill.internal.prometheus.ScrapeConfig;
import io.firedrill.internal.rig.Rig;
import io.firedrill.internal.rig.RigFactory;
import io.firedrill.internal.rig.RigSpec.LogLevel;
import io.firedrill.internal.rig.Server;
import io.firedrill.internal.run.AlertHistory;
import io.firedrill.internal.run.CoverageMode;
import io.firedrill.internal.run.CoverageProbe;
import io.firedrill.internal.run.FlushWarnings;
import io.firedrill.internal.run.KeptLogs;
import io.firedrill.internal.run.LogPlace;
import io.firedrill.internal.run.Run;
import io.firedrill.internal.run.RunLimits;
import io.firedrill.internal.run.RunSpec;
import io.firedrill.internal.run.ScrapeSpec;
import io.firedrill.internal.run.TestedFiles;
import io.firedrill.internal.scenario.Action;
import io.firedrill.internal.scenario.FailureExpectation;
import io.firedrill.internal.scenario.PrometheusSettings;
import io.firedrill.internal.settings.UnknownFeatures;
import io.firedrill.internal.source.Problem;
import io.firedrill.internal.source.PrometheusDuration;
import io.firedrill.internal.source.Suggestions;
import io.firedrill.internal.verdict.Differences;
import io.firedrill.internal.verdict.FailedRule;
import io.firedrill.internal.verdict.Observed;
import io.firedrill.internal.verdict.TimelineText;
import io.firedrill.internal.verdict.UnknownName;
import io.firedrill.model.Labels;
import io.firedrill.model.Sample;
import io.firedrill.model.ServerFailure;
import io.firedrill.model.Timeline;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;

/** A drill with running servers. */
final class LiveDrill implements AutoCloseable {

  /** More events than these would fill the screen. */
  private static final int MOST_EVENTS = 20;

  private final Run run;
  private final Optional<Path> routes;
  private final Optional<CoverageProbe> coverage;
  private final DrillInputUse use;
  private final Map<Labels, NavigableMap<Instant, ActiveAlert>> details = new TreeMap<>();
  private Instant lookedAt = Instant.MIN;
  private List<AlertHistory> histories;
  private Observed observed;

  private LiveDrill(Run run, Optional<Path> routes, CoverageMode mode, DrillInputUse use) {
    this.run = run;
    this.use = use;
    this.routes = routes;
    this.coverage =
        mode == CoverageMode.ON ? Optional.of(new CoverageProbe(run)) : Optional.empty();
    run.observeEvaluations(this::look);
  }

  /**
   * @param targets the targets that Prometheus scrapes; empty without scraping
   * @param use what the drill has used so far
   */
  static LiveDrill start(
      RigFactory rigs, DrillSpec spec, CoverageMode mode, DrillTargets targets, DrillInputUse use) {
    RunLimits.requireStart(spec.start(), spec.options().replicas());
    TestedFiles files = TestedFiles.read(spec.ruleFiles(), spec.alertmanagerConfig());
    // A drill cannot be run again: what explains it has to be there when an assertion fails. The
    // record of events would cost twice as much as the log.
    Run run = Run.boot(rigs, runSpec(spec, files, targets), LogLevel.DEBUG);
    try {
      run.load();
      return new LiveDrill(run, spec.alertmanagerConfig(), mode, use);
    } catch (AlertmanagerException e) {
      run.close();
      throw e.status() == 0 || spec.alertmanagerConfig().isEmpty()
          ? e
          : RouteErrors.explain(spec.alertmanagerConfig().get(), e);
    } catch (RuntimeException e) {
      run.close();
      throw e;
    }
  }

  private static RunSpec runSpec(DrillSpec spec, TestedFiles files, DrillTargets targets) {
    Labels externalLabels =
        spec.prometheusConfig()
            .map(config -> PrometheusSettings.read(config).externalLabels())
            .orElse(Labels.empty())
            .merge(spec.options().externalLabels());
    return RunSpec.of(spec.options().withExternalLabels(externalLabels), files)
        .withScraping(
            spec.prometheusConfig()
                .map(ScrapeConfig::read)
                .map(config -> new ScrapeSpec(config, targets)));
  }

  boolean hasMoved() {
    return run.hasBegun();
  }

  Instant now() {
    return run.now();
  }

  void feed(Labels labels, Iterator<Sample> samples) {
    coverage.ifPresent(probe -> probe.fed(labels));
    use.fed(labels);
    run.feed(labels, samples);
  }

  void plan(Instant time, Runnable action) {
    run.plan(time, action);
  }

  void runTo(Instant time) {
    Duration shortest =
        RunLimits.shortest(run.spec().units()).orElse(run.spec().options().evaluationInterval());
    RunLimits.requireEnd(run.spec().start(), time, shortest);
    forget();
    run.runTo(time);
  }

  void perform(Action action) {
    forget();
    if (action instanceof Action.FailReceiver fail) {
      requireReceiver(fail.receiver(), fail.integration());
    }
    if (action instanceof Action.RestoreReceiver restore) {
      requireReceiver(restore.receiver(), Optional.empty());
    }
    try {
      run.perform(action);
    } catch (AlertmanagerException e) {
      throw e.status() == 0 ? e : new IllegalArgumentException(e.getMessage(), e);
    }
  }

  private void requireReceiver(String name, Optional<String> integration) {
    Map<String, Set<String>> known = TestedFiles.receivers(run.files());
    if (!known.containsKey(name)) {
      Optional<String> hint = Suggestions.hint(name, known.keySet());
      throw new IllegalArgumentException(
          "there is no receiver \"%s\"%s".formatted(name, hint.map(h -> ": " + h).orElse("")));
    }
    Set<String> kinds = known.get(name);
    if (integration.filter(kind -> !kinds.contains(kind)).isPresent()) {
      throw new IllegalArgumentException(UnknownName.integration(name, integration.get(), kinds));
    }
  }

  Instant nextEvaluation() {
    if (!hasMoved()) {
      return run.spec().start();
    }
    Duration interval = run.spec().options().evaluationInterval();
    Duration longest =
        run.spec().units().stream()
            .map(EvaluationUnit::interval)
            .max(Duration::compareTo)
            .orElse(interval);
    SortedSet<Instant> next = run.evaluationsAfter(now(), now().plus(longest));
    return next.isEmpty() ? now().plus(interval) : next.first();
  }

  void runUntil(Drill drill, DrillCondition condition, Duration atMost) {
    Instant begin = hasMoved() ? now() : run.spec().start();
    Instant limit = begin.plus(atMost);
    while (!condition.isMet(drill)) {
      Instant next = nextEvaluation();
      if (next.isAfter(limit)) {
        throw new AssertionError(inVain(drill, condition, begin, atMost));
      }
      runTo(next);
    }
  }

  private String inVain(Drill drill, DrillCondition condition, Instant begin, Duration atMost) {
    StringBuilder text = new StringBuilder();
    text.append(
            "waited from %s for %s, but this did not happen: "
                .formatted(offset(begin), PrometheusDuration.format(atMost)))
        .append(condition);
    condition.hint(drill).ifPresent(hint -> text.append("\nhint: ").append(hint));
    List<String> lines = TimelineText.lines(observed().timeline());
    text.append(lines.isEmpty() ? "\nnothing has happened so far" : "\ntimeline:");
    int earlier = Math.max(0, lines.size() - MOST_EVENTS);
    if (earlier > 0) {
      text.append("\n  ... ").append(earlier).append(" earlier events");
    }
    lines.stream().skip(earlier).forEach(line -> text.append("\n  ").append(line));
    return text.toString();
  }

  private String offset(Instant time) {
    return PrometheusDuration.format(Duration.between(run.spec().start(), time));
  }

  SelectedAlerts alerts(String alertname, String[] labels) {
    LookNow look = lookNow();
    return SelectedAlerts.of(alertname, labels, histories, look, use);
  }

  AnsweredQuery query(String promql, Instant time) {
    use.queried(promql);
    return new AnsweredQuery(promql, time, run.servers().query(promql, time), observed());
  }

  /** Everything that was observed so far. */
  Observed observed() {
    // Results read during a move are kept when the move continues.
    if (observed == null || !lookedAt.equals(run.now())) {
      lookedAt = run.now();
      histories =
          run.alertHistories().stream()
              .map(h -> h.withDetails(details.getOrDefault(h.alert(), new TreeMap<>())))
              .toList();
      Observed plain = run.observed(histories);
      observed = plain.with(run.servers().besideOthers(plain.timeline(), run.now()));
    }
    return observed;
  }

  /** Explains what was observed so far, as long as the drill does not move. */
  LookNow lookNow() {
    return new LookNow(run, observed());
  }

  private void forget() {
    observed = null;
    histories = null;
  }

  /** The coverage so far; empty if coverage is not recorded. */
  Optional<CoverageResult> coverage() {
    return coverage.filter(probe -> hasMoved()).map(probe -> probe.result(observed().timeline()));
  }

  private void look(Instant evaluation) {
    coverage.ifPresent(CoverageProbe::look);
    for (ActiveAlert alert : run.servers().activeAlerts()) {
      details.computeIfAbsent(alert.labels(), any -> new TreeMap<>()).put(evaluation, alert);
    }
  }

  List<String> problems(List<FailureExpectation> expected) {
    List<String> problems = new ArrayList<>();
    for (FailedRule failed : run.servers().failedRules()) {
      problems.add(
          "at %s, rule %s could not be evaluated: %s"
              .formatted(offset(failed.evaluation()), failed.rule().name(), failed.message()));
    }
    run.servers()
        .captureProblems()
        .forEach(p -> problems.add("a request to a receiver could not be read: " + p));
    if (hasMoved()) {
      problems.addAll(Differences.ofFailures(expected, observed()));
      problems.addAll(use.problems(run, observed()));
    }
    return problems;
  }

  DrillInputUse use() {
    return use;
  }

  /** Settings that were removed from the configurations, and warnings of the run. */
  List<Problem> warnings() {
    List<Problem> warnings = new ArrayList<>();
    run.spec().scraping().ifPresent(scraped -> warnings.addAll(scraped.config().notes()));
    run.files().forEach(read -> warnings.addAll(read.notes()));
    Rig rig = run.servers().rig();
    warnings.addAll(
        UnknownFeatures.warnings(
            rig.log(Server.PROMETHEUS),
            rig.version(Server.PROMETHEUS),
            run.spec().options().flags()));
    routes.ifPresent(
        file ->
            warnings.addAll(
                FlushWarnings.of(
                    file, run.spec().start(), run.servers().uncertain(lastTimeline(), run.now()))));
    return warnings.stream().distinct().toList();
  }

  void keepLogs(Path directory) {
    KeptLogs.keep(run, Optional.of(lastTimeline()), LogPlace.in(directory), any -> any);
  }

  /** The timeline; if the servers no longer answer, the part that was read before. */
  private Timeline lastTimeline() {
    try {
      return observed().timeline();
    } catch (ServerFailure e) {
      return run.timeline(List.of());
    }
  }

  @Override
  public void close() {
    run.close();
  }
}
