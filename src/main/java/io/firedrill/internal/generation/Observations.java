package io.firedrill.internal.generation;

import io.firedrill.internal.inversion.InputPlan;
import java.nio.file.Path;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Decides for which inputs the whole rule files have to be run with the routes: those that make
 * alerts fire, of whichever rule.
 */
final class Observations {

  private final Search search;
  private final RouteRuns runs;
  private final Map<InputPlan, AlertRule> subjects = new IdentityHashMap<>();
  private final Map<InputPlan, List<Path>> files = new IdentityHashMap<>();
  private final Map<InputPlan, Background> backgrounds = new IdentityHashMap<>();
  private final Map<InputPlan, Observation> found = new IdentityHashMap<>();

  Observations(Search search, RouteRuns runs) {
    this.search = search;
    this.runs = runs;
  }

  /** The observation of each input. */
  Map<InputPlan, Observation> found() {
    return found;
  }

  /**
   * Adds the inputs of a rule.
   *
   * @param ruleFiles the files that are loaded
   * @param always the names of the alerts that fire whatever is fed
   */
  void add(Attempts attempts, List<Path> ruleFiles, Background background, Set<AlertRule> always) {
    boolean noisy = always.stream().anyMatch(rule -> ruleFiles.contains(rule.file()));
    for (Attempts.Tried tried : attempts.all()) {
      InputPlan input = tried.input();
      files.put(input, ruleFiles);
      backgrounds.put(input, background);
      if (Generation.isFiring(input) || noisy) {
        run(input);
      } else {
        subjects.put(input, attempts.rule());
      }
    }
  }

  /** Observes the inputs for which no alert is expected, if another one fires. */
  void finish() {
    Set<InputPlan> disturbing = search.disturbing(subjects, files);
    for (InputPlan input : subjects.keySet()) {
      if (disturbing.contains(input)) {
        run(input);
      } else {
        found.put(input, Observation.NOTHING);
      }
    }
  }

  private void run(InputPlan input) {
    long samples = input.length().dividedBy(input.step());
    found.put(input, runs.observe(input, files.get(input), backgrounds.get(input).series(samples)));
  }
}
