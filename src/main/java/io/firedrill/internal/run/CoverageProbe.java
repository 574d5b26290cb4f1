package io.firedrill.internal.run;

import io.firedrill.internal.alertmanager.AlertmanagerConfig;
import io.firedrill.internal.alertmanager.AlertmanagerLog;
import io.firedrill.internal.alertmanager.AlertmanagerView;
import io.firedrill.internal.alertmanager.AlertmanagerView.ViewedAlert;
import io.firedrill.internal.alertmanager.Routing;
import io.firedrill.internal.coverage.CoverageResult;
import io.firedrill.internal.coverage.Phase;
import io.firedrill.internal.coverage.RunCoverage;
import io.firedrill.internal.coverage.RunFacts;
import io.firedrill.internal.coverage.RunFacts.Inhibition;
import io.firedrill.internal.coverage.RunFacts.Mute;
import io.firedrill.internal.prometheus.ActiveAlert;
import io.firedrill.internal.prometheus.RuleGroup;
import io.firedrill.internal.rig.Server;
import io.firedrill.internal.verdict.FailedRule;
import io.firedrill.model.AlertState;
import io.firedrill.model.Labels;
import io.firedrill.model.Timeline;
import io.firedrill.model.TimelineEvent.Acted;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Records the coverage of a run. Suppression is visible only while it lasts, so Alertmanager is
 * queried after each evaluation, but only while some inhibition rule or interval that might apply
 * is still uncovered. Everything else is known at the end.
 */
public final class CoverageProbe {

  private static final String LOAD = "load";

  private final Run run;
  private final Set<String> fed = new HashSet<>();
  private final Map<AlertmanagerConfig, Routing> routings = new HashMap<>();
  private final List<Inhibition> inhibitions = new ArrayList<>();
  private final List<Mute> mutes = new ArrayList<>();
  private boolean mutesAreLogged;
  private Routing watched;
  private int inhibitionsBefore;
  private int mutesBefore;

  public CoverageProbe(Run run) {
    this.run = run;
  }

  /** The test feeds a series. */
  public void fed(Labels series) {
    fed.add(series.metricName());
  }

  /** Records what is currently suppressed. */
  public void look() {
    Optional<Routing> routing = current();
    if (routing.isEmpty() || !mayBeSuppressed(routing.get())) {
      return;
    }
    watch(routing.get());
    Set<Labels> firing =
        run.servers().activeAlerts().stream()
            .filter(alert -> alert.state() == AlertState.FIRING)
            .map(ActiveAlert::labels)
            .map(alert -> run.spec().options().externalLabels().merge(alert))
            .collect(Collectors.toSet());
    SuppressionCandidates candidates =
        new SuppressionCandidates(
            watched,
            inhibitions.subList(inhibitionsBefore, inhibitions.size()),
            mutes.subList(mutesBefore, mutes.size()));
    // The user's alert_relabel_configs may have changed their labels.
    boolean relabelled = run.spec().scraping().isPresent() && !firing.isEmpty();
    if (relabelled || candidates.among(firing)) {
      run.servers().alertmanagerView().ifPresent(this::note);
    }
  }

  /** Resets the candidates, because what other routes suppressed does not count for these. */
  private void watch(Routing routing) {
    if (routing != watched) {
      watched = routing;
      inhibitionsBefore = inhibitions.size();
      mutesBefore = mutes.size();
    }
  }

  private static boolean mayBeSuppressed(Routing routing) {
    return !routing.inhibitRules().isEmpty() || !routing.timeIntervals().isEmpty();
  }

  private void note(AlertmanagerView view) {
    Map<String, Labels> alerts =
        view.alerts().stream()
            .collect(Collectors.toMap(ViewedAlert::fingerprint, ViewedAlert::labels, (a, b) -> a));
    for (ViewedAlert target : view.alerts()) {
      target.inhibitedBy().stream()
          .filter(alerts::containsKey)
          .map(source -> new Inhibition(run.now(), alerts.get(source), target.labels()))
          .forEach(inhibitions::add);
    }
    mutesAreLogged |= view.groups().stream().anyMatch(group -> group.mutedBy().isEmpty());
    view.groups().stream()
        .flatMap(group -> group.mutedBy().stream())
        .flatMap(List::stream)
        .distinct()
        .map(interval -> new Mute(run.now(), interval))
        .forEach(mutes::add);
  }

  /** The coverage so far. */
  public CoverageResult result(Timeline timeline) {
    look();
    List<Phase> phases = phases(timeline);
    if (mutesAreLogged) {
      mutes.addAll(
          new LoggedMutes(
                  timeline, run.spec().options().externalLabels(), time -> routing(phases, time))
              .of(AlertmanagerLog.loggedMutes(run.servers().rig().log(Server.ALERTMANAGER))));
    }
    return RunCoverage.of(
        new RunFacts(
            timeline,
            phases,
            List.copyOf(run.evaluationsUpTo(run.now())),
            run.spec().options().evaluationInterval(),
            run.spec().options().externalLabels(),
            run.servers().failedRules().stream()
                .map(FailedRule::rule)
                .map(rule -> rule.position())
                .collect(Collectors.toSet()),
            fed,
            inhibitions,
            mutes),
        new PrometheusSamples(run));
  }

  private List<Phase> phases(Timeline timeline) {
    List<Instant> loads =
        timeline.actions().stream()
            .filter(action -> action.kind().equals(LOAD))
            .map(Acted::time)
            .toList();
    List<TestedFiles> loaded = run.loadedFiles();
    List<Phase> phases = new ArrayList<>();
    List<RuleGroup> groups = run.spec().tested().groups();
    Optional<Routing> routing = run.spec().tested().alertmanager().map(this::routing);
    Instant from = run.spec().start();
    for (int i = 0; i < loaded.size(); i++) {
      phases.add(new Phase(from, loads.get(i), groups, routing));
      from = loads.get(i);
      groups = loaded.get(i).groups().isEmpty() ? groups : loaded.get(i).groups();
      routing =
          loaded.get(i).alertmanager().isPresent()
              ? loaded.get(i).alertmanager().map(this::routing)
              : routing;
    }
    phases.add(new Phase(from, Instant.MAX, groups, routing));
    return phases;
  }

  private static Optional<Routing> routing(List<Phase> phases, Instant time) {
    return phases.stream().filter(p -> p.contains(time)).findFirst().flatMap(Phase::routing);
  }

  private Optional<Routing> current() {
    Optional<AlertmanagerConfig> config = run.spec().tested().alertmanager();
    for (TestedFiles files : run.loadedFiles()) {
      config = files.alertmanager().isPresent() ? files.alertmanager() : config;
    }
    return config.map(this::routing);
  }

  private Routing routing(AlertmanagerConfig config) {
    return routings.computeIfAbsent(
        config, c -> c.routing(run.servers().rig().version(Server.ALERTMANAGER)));
  }
}
