package io.firedrill.internal.coverage;

/** Computes what a run covered. */
public final class RunCoverage {

  private RunCoverage() {}

  /**
   * Computes the coverage.
   *
   * @param facts what was observed in the run
   * @param samples queried if the facts are not sufficient
   */
  public static CoverageResult of(RunFacts facts, Samples samples) {
    Tally tally = new Tally();
    for (Phase phase : facts.phases()) {
      new AlertingRules(facts, phase, samples).count(tally);
      new RecordingRules(facts, phase, samples).count(tally);
      phase.routing().ifPresent(routing -> new Routes(facts, phase, routing).count(tally));
      phase.routing().ifPresent(routing -> new Suppressors(facts, phase, routing).count(tally));
    }
    return tally.result();
  }
}
