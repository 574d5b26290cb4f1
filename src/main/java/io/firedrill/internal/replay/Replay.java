package io.firedrill.internal.replay;

import io.firedrill.internal.alertmanager.AlertmanagerException;
import io.firedrill.internal.alertmanager.RouteErrors;
import io.firedrill.internal.live.DrillSpec;
import io.firedrill.internal.prometheus.PrometheusException;
import io.firedrill.internal.recording.Recording;
import io.firedrill.internal.rig.RigFactory;
import io.firedrill.internal.run.DrillException;
import io.firedrill.internal.run.FeedAhead;
import io.firedrill.internal.run.FlushWarnings;
import io.firedrill.internal.run.Interruption;
import io.firedrill.internal.run.Run;
import io.firedrill.internal.run.RunLimits;
import io.firedrill.internal.run.RunSpec;
import io.firedrill.internal.run.TestedFiles;
import io.firedrill.internal.source.InputException;
import io.firedrill.internal.source.Position;
import io.firedrill.internal.source.Problem;
import io.firedrill.internal.source.Severity;
import io.firedrill.internal.verdict.Observed;
import io.firedrill.model.ServerFailure;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Sends a recording through rules and routes. Every instant is virtual, and on the recording's time
 * base. Samples before the start are fed, too, for rules that read older samples.
 */
public final class Replay {

  /** A number of samples that a server accepts in one request. */
  private static final int HISTORY_BATCH = 20_000;

  private final RigFactory rigs;
  private final DrillSpec spec;
  private final Instant end;
  private List<Problem> warnings = List.of();

  /**
   * A replay on a rig of this factory.
   *
   * @param spec the rules and routes, and the start
   * @param end the last virtual time of the run
   * @throws IllegalArgumentException if the end is before the start, or the run would exceed the
   *     maximum number of evaluations
   */
  public Replay(RigFactory rigs, DrillSpec spec, Instant end) {
    RunLimits.requireStart(spec.start(), spec.options().replicas());
    RunLimits.requireEnd(spec.start(), end, spec.options().evaluationInterval());
    this.rigs = rigs;
    this.spec = spec;
    this.end = end;
  }

  /**
   * Runs it.
   *
   * @param progress called after each evaluation with its instant
   * @throws InputException if the files cannot be used
   * @throws DrillException if a server dies or nothing settles
   * @throws io.firedrill.internal.rig.RigException if no servers can be started
   */
  public Observed run(Recording recording, Consumer<Instant> progress) {
    return run(recording, progress, Optional.empty());
  }

  /** The same, with samples fed as far ahead as wanted; by default, as far as the rules allow. */
  Observed run(Recording recording, Consumer<Instant> progress, Optional<FeedAhead> wanted) {
    TestedFiles files = TestedFiles.read(spec.ruleFiles(), spec.alertmanagerConfig());
    try (Run run = Run.boot(rigs, RunSpec.of(spec.options(), files))) {
      try {
        load(run);
        FeedAhead ahead = wanted.orElseGet(() -> FeedAhead.of(files.groups()));
        feedAndRun(run, recording, ahead, progress);
        Observed observed = run.observed(run.alertHistories());
        warnings = warnings(run, observed);
        return observed;
      } catch (ServerFailure e) {
        Interruption why = Interruption.of(e, run.servers().rig());
        throw new DrillException(why.summary(), why.log(), e);
      }
    }
  }

  /** The warnings of the last run. */
  public List<Problem> warnings() {
    return warnings;
  }

  private List<Problem> warnings(Run run, Observed observed) {
    return spec.alertmanagerConfig()
        .map(
            routes ->
                FlushWarnings.of(
                    routes, spec.start(), run.servers().uncertain(observed.timeline(), run.now())))
        .orElse(List.of());
  }

  private void load(Run run) {
    try {
      run.load();
    } catch (PrometheusException e) {
      throw e.status() == 0 ? e : refused("Prometheus refuses the rules: " + e.getMessage());
    } catch (AlertmanagerException e) {
      throw e.status() == 0 || spec.alertmanagerConfig().isEmpty()
          ? e
          : RouteErrors.explain(spec.alertmanagerConfig().get(), e);
    }
  }

  private InputException refused(String message) {
    Position position = new Position(spec.ruleFiles().get(0), 1, 1);
    return new InputException(
        List.of(new Problem(Severity.ERROR, position, message, "", 1, Optional.empty())));
  }

  private void feedAndRun(
      Run run, Recording recording, FeedAhead ahead, Consumer<Instant> progress) {
    recording.series().forEach(s -> run.feed(s.labels(), s.samples()));
    feedHistory(run, recording);
    run.feedAhead(ahead);
    run.observeEvaluations(progress);
    run.runTo(end);
  }

  /** Feeds in batches: a server would refuse a request with a week of samples. */
  private void feedHistory(Run run, Recording recording) {
    long before = Math.max(0, spec.start().toEpochMilli() - recording.first().toEpochMilli());
    long pieces = 1 + recording.samples() / HISTORY_BATCH;
    for (long i = 1; i <= pieces && before > 0; i++) {
      long millis = recording.first().toEpochMilli() + before / pieces * i;
      run.feedHistory(Instant.ofEpochMilli(millis));
    }
  }
}
