package io.firedrill.internal.generation;

import io.firedrill.internal.inversion.InputPlan;
import io.firedrill.internal.prometheus.PrometheusException;
import io.firedrill.internal.rig.RigFactory;
import io.firedrill.internal.run.FeedAhead;
import io.firedrill.internal.run.RuleTracing;
import io.firedrill.internal.run.Run;
import io.firedrill.internal.run.RunOptions;
import io.firedrill.internal.run.RunSpec;
import io.firedrill.internal.run.TestedFiles;
import io.firedrill.internal.source.InputException;
import io.firedrill.internal.verdict.Observed;
import io.firedrill.internal.verdict.RuleQuestion;
import io.firedrill.model.AlertState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks a server what each part of an expression returned for the last input that was tried. */
final class WhyNotFound {

  /** More runs take time, and nobody reads so many answers. */
  private static final int MOST = 20;

  private final RigFactory rigs;
  private final GenerationOptions options;

  WhyNotFound(RigFactory rigs, GenerationOptions options) {
    this.rigs = rigs;
    this.options = options;
  }

  void trace(List<Attempts> all) {
    all.stream()
        .filter(a -> a.fires().isEmpty() && a.lastInput().isPresent())
        .limit(MOST)
        .forEach(this::trace);
  }

  private void trace(Attempts attempts) {
    InputPlan input = attempts.lastInput().orElseThrow();
    RunOptions run =
        RunOptions.STANDARD.withStart(input.start()).withEvaluationInterval(input.step());
    TestedFiles files = TestedFiles.read(options.ruleFiles(), Optional.empty());
    try (Run traced = Run.start(rigs, RunSpec.of(run, files))) {
      TrialRuns.feed(traced, input, new RenamedMetrics(""));
      traced.feedAhead(FeedAhead.of(files.groups()));
      Instant decisive = input.start().plus(input.end()).minus(input.step());
      traced.runTo(decisive);
      Observed observed = traced.observed(traced.alertHistories());
      RuleQuestion question =
          new RuleQuestion(
              attempts.rule().name(),
              Map.of(),
              AlertState.FIRING,
              List.of(decisive),
              Optional.empty());
      attempts.trace(RuleTracing.of(traced, observed).answer(question).lines());
    } catch (InputException | PrometheusException e) {
      attempts.trace(List.of("not known: " + e.getMessage()));
    }
  }
}
