package io.firedrill.internal.suite;

import io.firedrill.internal.rig.RigFactory;
import io.firedrill.internal.scenario.Scenario;
import io.firedrill.internal.scenario.ScenarioFile;
import io.firedrill.internal.verdict.ScenarioResult;
import java.nio.file.Path;

/** Runs of this project's own scenarios, for tests. */
public final class TestRuns {

  /** 24 virtual hours of one failed pipeline. */
  public static final Path FAILED_INGESTION = Path.of("test-scenarios/failed-ingestion.yml");

  private TestRuns() {}

  /** Runs the first scenario of a file. */
  public static ScenarioResult run(RigFactory rigs, Path file, Path logs) {
    PreparedFile prepared = PreparedFile.of(ScenarioFile.read(file));
    Scenario scenario = prepared.file().scenarios().get(0);
    return new ScenarioRunner(rigs, RunSettings.withLogsIn(logs)).run(prepared, scenario);
  }
}
