package io.firedrill.internal.coverage;

/** What a run has covered. */
public final class RunCoverage {

  private RunCoverage() {}

  /**
   * Works it out.
   *
   * @param facts what is known of the run
   * @param samples asked where the facts do not tell
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
