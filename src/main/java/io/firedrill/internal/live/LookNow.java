package io.firedrill.internal.live;

import io.firedrill.internal.alertmanager.AlertmanagerException;
import io.firedrill.internal.alertmanager.AlertmanagerView;
import io.firedrill.internal.explain.Evidence;
import io.firedrill.internal.explain.Explanations;
import io.firedrill.internal.run.RuleTracing;
import io.firedrill.internal.run.Run;
import io.firedrill.internal.source.InputException;
import io.firedrill.internal.verdict.Difference;
import io.firedrill.internal.verdict.Observed;
import io.firedrill.internal.verdict.Question;
import io.firedrill.internal.verdict.RuleAnswer;
import io.firedrill.internal.verdict.RuleQuestion;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Explains with the current state of Alertmanager, because a drill is Java code and cannot be run
 * again. Alertmanager is queried only after an assertion has failed; if the drill has moved since,
 * there is no explanation.
 */
final class LookNow {

  private final Run run;
  private final Observed observed;
  private String problem = "";

  LookNow(Run run, Observed observed) {
    this.run = run;
    this.observed = observed;
  }

  /** The difference, with explanations if it asks for them. */
  Difference explained(Difference difference) {
    Difference traced = difference.ruleExplained(this::rule);
    return traced.questions().isEmpty() && traced.unexpected().isEmpty()
        ? traced
        : explanations()
            .map(e -> traced.explained(e::why).explainedWhyCame(e::whyCame))
            .orElseGet(() -> traced.explained(question -> notKnown()));
  }

  Observed observed() {
    return observed;
  }

  /** Prometheus keeps what it evaluated, and so the drill may have moved. */
  RuleAnswer rule(RuleQuestion question) {
    return run.isOpen() ? RuleTracing.of(run, observed).answer(question) : RuleAnswer.NONE;
  }

  Function<Question, List<String>> answers() {
    return question -> explanations().map(e -> e.why(question)).orElseGet(this::notKnown);
  }

  private List<String> notKnown() {
    return problem.isEmpty() ? List.of() : List.of("not known: " + problem);
  }

  private Optional<Explanations> explanations() {
    Instant now = run.now();
    if (!run.isOpen() || !now.equals(observed.timeline().end()) || observed.receivers().isEmpty()) {
      return Optional.empty();
    }
    try {
      TreeMap<Instant, Optional<AlertmanagerView>> looks = new TreeMap<>();
      looks.put(now, run.servers().alertmanagerView());
      return Optional.of(
          new Explanations(
              new Evidence(
                  observed,
                  run.spec().options().externalLabels(),
                  run.routes().routings(),
                  looks,
                  run.servers().record())));
    } catch (AlertmanagerException | InputException e) {
      problem = e.getMessage().lines().findFirst().orElse("");
      return Optional.empty();
    }
  }
}
