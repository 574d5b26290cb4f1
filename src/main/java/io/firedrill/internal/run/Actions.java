package io.firedrill.internal.run;

import io.firedrill.internal.alertmanager.AlertmanagerApi;
import io.firedrill.internal.alertmanager.AlertmanagerException;
import io.firedrill.internal.alertmanager.RouteErrors;
import io.firedrill.internal.alertmanager.Silence;
import io.firedrill.internal.prometheus.EvaluationPlan;
import io.firedrill.internal.scenario.Action;
import io.firedrill.model.TimelineEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Performs the actions of a test on a run, and records them for the timeline. */
final class Actions {

  private final Run run;
  private final ReceiverFaults faults;
  private final List<TimelineEvent> done = new ArrayList<>();
  private final List<TestedFiles> loaded = new ArrayList<>();
  private final Map<String, String> silences = new HashMap<>();

  Actions(Run run, ReceiverFaults faults) {
    this.run = run;
    this.faults = faults;
  }

  /** The actions so far, in order. */
  List<TimelineEvent> done() {
    return List.copyOf(done);
  }

  /** The files that were loaded so far, in order. */
  List<TestedFiles> loaded() {
    return List.copyOf(loaded);
  }

  /**
   * Performs an action now, slightly after everything that is due now.
   *
   * @throws io.firedrill.internal.alertmanager.AlertmanagerException if Alertmanager refuses
   * @throws io.firedrill.internal.prometheus.PrometheusException if Prometheus refuses
   * @throws IllegalStateException if a server that it needs is not running, or there is no silence
   *     with that name
   */
  void perform(Action action) {
    Instant clock = run.pass();
    // Actions before the first move happen at the start, and the clock is slightly before it.
    Instant time = clock.isBefore(run.spec().start()) ? run.spec().start() : clock;
    done.add(new TimelineEvent.Acted(time, kind(action), action.toString()));
    if (action instanceof Action.Silence silence) {
      silence(silence, clock, time);
    } else if (action instanceof Action.ExpireSilence expire) {
      expire(expire);
    } else if (action instanceof Action.FailReceiver fail) {
      faults.fail(fail, time);
    } else if (action instanceof Action.RestoreReceiver restore) {
      faults.restore(restore.receiver());
    } else if (action instanceof Action.TargetDown fail) {
      run.targets().ifPresent(t -> t.fail(fail.address(), Optional.of(fail.fault())));
    } else if (action instanceof Action.TargetUp restore) {
      run.targets().ifPresent(t -> t.fail(restore.address(), Optional.empty()));
    } else if (action instanceof Action.Stop stop) {
      run.stop(run.servers().named(stop.server()));
    } else if (action instanceof Action.Start start) {
      run.startAgain(run.servers().named(start.server()));
    } else if (action instanceof Action.Restart restart) {
      run.stop(run.servers().named(restart.server()));
      run.startAgain(run.servers().named(restart.server()));
    } else if (action instanceof Action.Reload reload) {
      run.reload(run.servers().named(reload.server()));
    } else {
      load((Action.Load) action);
    }
  }

  private void silence(Action.Silence action, Instant clock, Instant time) {
    String id =
        alertmanager().create(new Silence(action.matchers(), clock, time.plus(action.duration())));
    if (!action.name().isEmpty()) {
      silences.put(action.name(), id);
    }
  }

  private void expire(Action.ExpireSilence action) {
    String id = silences.get(action.name());
    if (id == null) {
      throw new IllegalStateException("no silence is called \"" + action.name() + "\"");
    }
    alertmanager().expire(id);
  }

  private AlertmanagerApi alertmanager() {
    return run.servers().runningAlertmanagers().stream()
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no Alertmanager runs"));
  }

  private void load(Action.Load action) {
    TestedFiles files = run.spec().loader().read(TestedFiles.Named.of(action));
    loaded.add(files);
    if (!action.ruleFiles().isEmpty()) {
      run.load(
          EvaluationPlan.byInterval(files.groups(), run.spec().options().evaluationInterval()));
    }
    try {
      files.alertmanager().ifPresent(run::load);
    } catch (AlertmanagerException e) {
      throw e.status() == 0 ? e : RouteErrors.explain(action.alertmanagerConfig().orElseThrow(), e);
    }
  }

  private static String kind(Action action) {
    return action.getClass().getSimpleName().replaceAll("(?<=.)([A-Z])", "_$1").toLowerCase();
  }
}
