package io.firedrill.internal.live;

import io.firedrill.internal.alertmanager.AlertmanagerException;
import io.firedrill.internal.alertmanager.AlertmanagerView;
import io.firedrill.internal.explain.Evidence;
import io.firedrill.internal.explain.Explanations;
import io.firedrill.internal.run.Run;
import io.firedrill.internal.scenario.ExpectedNotification;
import io.firedrill.internal.source.InputException;
import io.firedrill.internal.verdict.Claim;
import io.firedrill.internal.verdict.Explainer;
import io.firedrill.internal.verdict.Observed;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Explains with the current state of Alertmanager, because a drill is Java code and cannot be run
 * again. Alertmanager is queried only after an assertion has failed; if the drill has moved since,
 * there is no explanation.
 */
final class LookNow implements Explainer {

  private final Run run;
  private final Observed observed;

  LookNow(Run run, Observed observed) {
    this.run = run;
    this.observed = observed;
  }

  @Override
  public List<String> why(Claim claim, ExpectedNotification expected) {
    Instant now = run.now();
    if (!run.isOpen() || !now.equals(observed.timeline().end()) || observed.receivers().isEmpty()) {
      return List.of();
    }
    try {
      TreeMap<Instant, Optional<AlertmanagerView>> looks = new TreeMap<>();
      looks.put(now, run.servers().alertmanagerView());
      return new Explanations(
              new Evidence(
                  observed,
                  run.spec().options().externalLabels(),
                  run.routes().routings(),
                  looks,
                  run.servers().mutes()))
          .why(claim, expected);
    } catch (AlertmanagerException | InputException e) {
      return List.of("not known: " + e.getMessage().lines().findFirst().orElse(""));
    }
  }
}
