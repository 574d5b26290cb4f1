package io.firedrill.internal.generation;

import io.firedrill.internal.prometheus.PrometheusException;
import io.firedrill.internal.rig.RigFactory;
import io.firedrill.internal.run.AlertHistory;
import io.firedrill.internal.run.Run;
import io.firedrill.internal.run.RunOptions;
import io.firedrill.internal.run.RunSpec;
import io.firedrill.internal.run.TestedFiles;
import io.firedrill.internal.source.InputException;
import io.firedrill.internal.source.Position;
import io.firedrill.internal.source.Problem;
import io.firedrill.internal.source.Severity;
import io.firedrill.model.AlertState;
import io.firedrill.model.Labels;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Lets the servers read the user's files before anything is generated. */
final class Acceptance {

  private final RigFactory rigs;
  private final GenerationOptions options;

  Acceptance(RigFactory rigs, GenerationOptions options) {
    this.rigs = rigs;
    this.options = options;
  }

  /**
   * Loads the files.
   *
   * @return the names of the alerts that fire without any data
   * @throws InputException if a server refuses them
   */
  Set<String> require(Duration length) {
    TestedFiles files = TestedFiles.read(options.ruleFiles(), options.alertmanagerConfig());
    RunOptions run =
        RunOptions.STANDARD
            .withStart(RuleBook.USUAL_START)
            .withEvaluationInterval(options.evaluationInterval());
    try (Run accepted = Run.start(rigs, RunSpec.of(run, files))) {
      accepted.runTo(RuleBook.USUAL_START.plus(length));
      Set<String> firing = new TreeSet<>();
      for (AlertHistory history : accepted.alertHistories()) {
        if (history.states().containsValue(AlertState.FIRING)) {
          history.alert().get(Labels.ALERT_NAME).ifPresent(firing::add);
        }
      }
      return firing;
    } catch (PrometheusException e) {
      if (e.status() == 0) {
        throw e;
      }
      Position position = new Position(options.ruleFiles().get(0), 1, 1);
      throw new InputException(
          List.of(
              new Problem(
                  Severity.ERROR,
                  position,
                  "Prometheus refuses the rules: " + e.getMessage().replaceAll("\\s+", " "),
                  "",
                  1,
                  Optional.empty())));
    }
  }
}
